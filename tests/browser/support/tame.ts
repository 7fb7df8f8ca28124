import type { Page } from '@playwright/test';

/** What is found of a page where nothing has been let through. */
export const tame = {
  hasRun: false,
  violations: [],
  elements: [],
  attributes: [],
  addresses: [],
  clobbered: []
};

/** Collects dialogs, errors and every request to another's server, from now on. */
export async function listen(page: Page, forumUrl: string): Promise<string[]> {
  const executed: string[] = [];
  page.on('dialog', (dialog) => {
    executed.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => executed.push(`error ${message}`));
  page.on('popup', (popup) => executed.push(`popup ${popup.url()}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) executed.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== forumUrl && protocol !== 'data:') executed.push(request.url());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`)
    );
  });
  return executed;
}

/** What of the page a hostile text could have made. Runs in the page. */
export function inspect() {
  const shortly = ({ outerHTML }: Element) => outerHTML.slice(0, 200);
  const { violations, ondRan } = globalThis as unknown as {
    violations: string[];
    ondRan?: unknown;
  };
  const words =
    '.prose, article div.words, .text[data-block], .item, .pieces, .mention, [data-shown]';
  const inWords =
    'p br ul ol li blockquote pre code table thead tbody tr th td b del em i s strong sub sup a ' +
    'h1 h2 h3 h4 h5 h6 hr mark ins u div span small svg path use';
  const forbidden =
    'iframe, frame, frameset, object, embed, applet, math, video, audio, source, img, image, ' +
    'template, noscript, xmp, plaintext, marquee, foreignObject, animate, portal, svg a, svg style, ' +
    'main script, main style, main link, main meta, main base, main title:not(svg title), body base';
  const elements = [
    ...[...document.querySelectorAll(forbidden)].map(shortly),
    ...[...document.querySelectorAll(words)]
      .flatMap((element) => [...element.querySelectorAll('*')])
      .filter(({ localName }) => !inWords.split(' ').includes(localName))
      .map(shortly)
  ];
  const named =
    /^(?:id|name|class|src|srcset|srcdoc|action|formaction|background|poster|xlink:href)$/;
  const attributes = [...document.querySelectorAll(':not(#svelte-announcer)')].flatMap((element) =>
    [...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on/.test(name) ||
          (name === 'style' && /position|url\(/.test(value)) ||
          (named.test(name) && /\bond(?:Ran|\.example|$)/.test(value))
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`)
  );
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol))
    .map(shortly);
  const clobbered = ['querySelector', 'getElementById', 'cookie', 'forms', 'body'].filter((name) =>
    Object.hasOwn(document, name)
  );
  return { hasRun: ondRan !== undefined, violations, elements, attributes, addresses, clobbered };
}

/** The feed's content, as a reader's program would take it. Runs in the page. */
export function readFeed(xml: string) {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  const contents = [...feed.querySelectorAll('content, summary, title')];
  return {
    error: feed.querySelector('parsererror')?.textContent ?? null,
    contents: contents.map((content) =>
      content.getAttribute('type') === 'html' ? content.textContent! : content.innerHTML
    )
  };
}

/** What in the HTML is none of what words may be. Runs in the page. */
export function untame(html: string): string[] {
  const allowed =
    'p br hr ul ol li blockquote pre code table thead tbody tr th td b del em i mark s small strong sub sup u a ' +
    'h1 h2 h3 h4 h5 h6 div';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.querySelectorAll('*')]
    .filter(
      (element) =>
        !allowed.split(' ').includes(element.localName) ||
        [...element.attributes].some(
          ({ name }) => !/^(?:href|title|rel|value|data-sign|class)$/.test(name)
        ) ||
        (element instanceof HTMLAnchorElement && !/^(?:https?|mailto):/.test(element.protocol))
    )
    .map(({ outerHTML }) => outerHTML);
}
