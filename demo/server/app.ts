import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { parse } from 'hono/utils/cookie';
import type { Gateway } from '../../src/gateway/index.js';
import { account } from '../pages/account.js';
import { apply } from '../pages/apply.js';
import { complaints } from '../pages/complaints.js';
import { connected } from '../pages/connected.js';
import { framework } from '../pages/framework.js';
import { help } from '../pages/help.js';
import { landing } from '../pages/landing.js';
import { privacy } from '../pages/privacy.js';
import { broken, notFound, notNow, tooLong } from '../pages/notice.js';
import type { Markup } from '../pages/page.js';
import { sent } from '../pages/sent.js';
import { signIn } from '../pages/sign-in.js';
import { readApplication } from './application.js';
import type { Customer, Customers } from './customers.js';
import { dressed } from './dressed.js';
import { quoteFrom } from './quote.js';
import { fromOwnPage, secured } from './security.js';

/** What Larkspur's site is made of. */
export interface DemoParts {
  /** Where the site is served, such as `http://localhost:4173`. Forms from anywhere else are turned away. */
  readonly origin: string;
  readonly gateway: Gateway;
  readonly customers: Customers;
}

const cookie = 'larkspur';
const ninetyDays = 90 * 24 * 60 * 60;
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The company whose data this request may see, from the cookie alone; null when nobody is signed in. */
export function companyOf(request: Request, customers: Customers): string | null {
  const session = parse(request.headers.get('Cookie') ?? '', cookie)[cookie];
  return customers.signedIn(session)?.companyId ?? null;
}

/** Larkspur Lending: its pages, the forms behind them, and the elements and gateway it embeds. */
export function createDemo({ origin, gateway, customers }: DemoParts): Hono {
  const app = new Hono();

  const who = (c: Context) => customers.signedIn(getCookie(c, cookie));
  const formIn = async (c: Context) => new URLSearchParams(await c.req.text());
  const show = (c: Context, markup: Markup, status: 200 | 404 | 413 | 422 | 500 | 503 = 200) => {
    c.header('Cache-Control', who(c) ? 'no-store' : 'no-cache');
    return c.html(markup, status);
  };
  const remember = (c: Context, customer: Customer) =>
    setCookie(c, cookie, customers.openSession(customer), {
      httpOnly: true,
      sameSite: 'Lax',
      secure: origin.startsWith('https:'),
      maxAge: ninetyDays,
    });

  /** Answers with a page of the customer's own, or with the way in, or with words when Codat has yet to answer. */
  const own = (at: 'application' | 'account', c: Context, draw: (customer: Customer) => Markup) => {
    const customer = who(c);
    if (!customer) return show(c, signIn({ is: at }));
    return customer.companyId ? show(c, draw(customer)) : show(c, notNow(customer), 503);
  };

  // Connect Elements on our server: the gateway, and the script our pages load.
  app.all('/codat/*', (c) => gateway.fetch(c.req.raw));

  app.use(secured, dressed);
  app.get('/vendor/connect-elements/*', etag(), served('../../dist', '/vendor/connect-elements'));
  app.get('/assets/*', etag(), served('../public', '/assets'));
  app.get('/built/*', etag(), served('../built', '/built'));
  app.use(
    fromOwnPage(origin),
    bodyLimit({ maxSize: 16 * 1024, onError: (c) => show(c, tooLong(who(c)), 413) }),
  );

  app.get('/', (c) => show(c, landing(who(c), quoteFrom(new URL(c.req.url).searchParams))));
  app.get('/help', (c) => show(c, help(who(c))));
  app.get('/privacy', (c) => show(c, privacy(who(c))));
  app.get('/complaints', (c) => show(c, complaints(who(c))));
  app.get('/connected', (c) => show(c, connected(who(c))));
  app.get('/account', (c) => own('account', c, account));
  for (const name of ['react', 'vue'] as const)
    app.on('GET', [`/${name}/`, `/${name}`], (c) =>
      own('account', c, (customer) => framework(name, customer)),
    );
  app.get('/apply', (c) =>
    own('application', c, (customer) => (customer.sent ? sent(customer, customer.sent) : apply(customer))),
  );
  app.get('/sign-in', (c) => (who(c) ? c.redirect('/account', 303) : show(c, signIn({ is: 'chosen' }))));

  app.post('/begin', async (c) => {
    const form = await formIn(c);
    const known = who(c);
    const customer = known && !form.has('amount') ? known : customers.quote(known, quoteFrom(form));
    if (!known) remember(c, customer);
    const { number } = customer;
    try {
      const companyId =
        customer.companyId ??
        (await gateway.ensureCompany({ reference: number, description: 'Larkspur applicant' }));
      customers.save({ ...(customers.find(number) ?? customer), companyId });
      return c.redirect('/apply', 303);
    } catch (reason) {
      console.error(`No company at Codat yet for ${number}.`, reason);
      return show(c, notNow(customer), 503);
    }
  });

  app.post('/apply', async (c) => {
    const customer = who(c);
    if (!customer) return show(c, signIn({ is: 'application' }));
    const read = readApplication(await formIn(c));
    if ('draft' in read) return show(c, apply(customer, read.draft), 422);
    customers.receive(customer, read.application);
    return c.redirect('/apply', 303);
  });

  // Before anyone signs in, so that a simulated platform knows whose books it shows.
  app.post('/apply/business', async (c) => {
    const customer = who(c);
    const business = (await formIn(c)).get('business')?.trim().slice(0, 120);
    if (customer) customers.save({ ...customer, business });
    return c.body(null, 204);
  });

  app.post('/withdraw', (c) => {
    const customer = who(c);
    if (customer) customers.withdraw(customer);
    return c.redirect('/apply', 303);
  });

  app.post('/sign-in', async (c) => {
    const number = ((await formIn(c)).get('number') ?? '').trim().toUpperCase();
    const customer = customers.find(number);
    if (!customer) return show(c, signIn({ is: 'unknown', number }), 422);
    remember(c, customer);
    return c.redirect(customer.sent ? '/account' : '/apply', 303);
  });

  app.post('/sign-out', (c) => {
    const customer = who(c);
    const session = deleteCookie(c, cookie);
    if (!session || !customer) return c.redirect('/', 303);
    customers.closeSession(session);
    c.header('Clear-Site-Data', '"storage"'); // a half-filled application, kept in the tab
    return show(c, signIn({ is: 'signed-out', number: customer.number }));
  });

  app.notFound((c) => show(c, notFound(who(c)), 404));
  app.onError((reason, c) => {
    console.error(reason);
    return show(c, broken(), 500);
  });
  return app;
}

/** The files of one folder under one address; nothing outside it can be named. */
const served = (from: string, under: string) =>
  serveStatic({
    root: folder(from),
    rewriteRequestPath: (path) => path.slice(under.length),
    onFound: (_, c) => c.header('Cache-Control', 'no-cache'),
  });
