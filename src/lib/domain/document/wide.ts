/**
 * Returns sanitised HTML with each table in a frame called `name`, in which a table that is too wide
 * scrolls and which the keyboard reaches. It is done when HTML is shown, so that it holds for what
 * was rendered long ago. The sanitiser leaves no attributes on a table and escapes a `<table>` in
 * words, so that this finds all tables and nothing else.
 */
export const withFrames = (html: string, name: string): string =>
  html
    .replaceAll(
      '<table>',
      `<div class="wide" role="group" tabindex="0" aria-label="${name}"><table>`
    )
    .replaceAll('</table>', '</table></div>');
