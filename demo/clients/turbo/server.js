import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename } from 'node:path';

const policy = await readFile('content-security-policy.txt', 'utf8');

const page = (/** @type {string} */ nonce, /** @type {string} */ main) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="csp-nonce" content="${nonce}">
    <title>Your books</title>
    <script type="module" src="/built/books.js"></script>
  </head>
  <body>
    <p role="status" id="status" data-turbo-permanent></p>
    ${main}
    <form method="post" action="/sign-out" data-turbo="false"><button>Sign out</button></form>
  </body>
</html>`;

const books = `
    <platform-picker token-endpoint="/codat/token" lender="Larkspur" source-types="Accounting"></platform-picker>
    <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list>
    <a href="/elsewhere">Hide</a>`;

const pages = new Map([
  ['/', books],
  ['/elsewhere', '<a href="/">Show</a>'],
]);

createServer(async ({ url = '/' }, response) => {
  if (url.startsWith('/built/')) {
    const script = await readFile(`built/${basename(url)}`);
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    return;
  }
  const main = pages.get(url);
  const nonce = randomBytes(16).toString('base64');
  response
    .writeHead(main ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.trim().replaceAll('{{nonce}}', nonce),
    })
    .end(page(nonce, main ?? 'Not found'));
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'));
