import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** The page that the service worker stores for later: it needs no other file, which nobody could fetch. */
export const GET: RequestHandler = () =>
  new Response(page(), { headers: { 'content-type': 'text/html; charset=utf-8' } });

const page = () => `<!doctype html>
<html lang="${getLocale()}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${m.error_offline_title()} – ${m.site_name()}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>${m.error_offline_title()}</h1>
      <p>${m.error_offline_text()}</p>
      <p><a href="">${m.error_retry()}</a></p>
    </main>
  </body>
</html>
`;

/** The same style as the error page src/error.html. */
const style = `
      :root { color-scheme: light dark; }
      body {
        max-width: 36rem;
        margin: 15vh auto 0;
        padding-inline: 1.5rem;
        background: light-dark(#faf9f5, #151714);
        color: light-dark(#1d221f, #eceee8);
        font: 1.125rem/1.55 'Atkinson Hyperlegible Next', system-ui, sans-serif;
      }
      h1 { margin: 0 0 0.75rem; font: 600 2.25rem/1.1 'Source Serif 4', Georgia, serif; }
      a { display: inline-block; padding-block: 0.5rem; color: light-dark(#0b6244, #82d3a9); }
    `;
