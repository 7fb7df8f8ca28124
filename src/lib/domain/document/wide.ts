/**
 * Sanitised HTML as it is shown: a table that is wider than its place scrolls in a frame of its own,
 * which the keyboard reaches, under the name that is given. What was rendered long ago is framed
 * too, since it is done at showing. The sanitiser lets a table have no attributes, and escapes one
 * that is only written about.
 */
export const withFrames = (html: string, name: string): string =>
  html
    .replaceAll(
      '<table>',
      `<div class="wide" role="group" tabindex="0" aria-label="${name}"><table>`
    )
    .replaceAll('</table>', '</table></div>');
