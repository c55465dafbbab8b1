import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The looks of other hosts, in `public/themes.css`. */
const themes = ['bank', 'fintech'];

/**
 * Shows any page as another host would: `?theme=bank` or `?theme=fintech`, from then on until `?theme=larkspur`. Only a
 * style sheet is added, which speaks to Connect Elements by custom properties and parts.
 */
export const dressed: MiddlewareHandler = async (c, next) => {
  const requested = c.req.query('theme');
  const theme = requested ?? getCookie(c, 'theme');
  await next();
  if (requested && themes.includes(requested))
    setCookie(c, 'theme', requested, { sameSite: 'Lax', httpOnly: true });
  else if (requested) deleteCookie(c, 'theme');
  if (!theme || !themes.includes(theme) || !c.res.headers.get('Content-Type')?.startsWith('text/html'))
    return;
  const page = (await c.res.text())
    .replace('<html ', `<html data-theme="${theme}" `)
    .replace('</head>', '<link rel="stylesheet" href="/assets/themes.css" /></head>');
  c.res = new Response(page, c.res);
};
