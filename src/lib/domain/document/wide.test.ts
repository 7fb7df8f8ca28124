import { expect, test } from 'vitest';
import { renderMarkdown } from './blocks/html.ts';
import { withFrames } from './wide.ts';

const table = '| a | b |\n|---|---|\n| 1 | 2 |';

test('each table stands in a frame that the keyboard reaches, and has a name', () => {
  const shown = withFrames(renderMarkdown(`Før\n\n${table}\n\nEfter\n\n${table}`), 'Tabel');
  const frame = '<div class="wide" role="group" tabindex="0" aria-label="Tabel"><table>';
  expect(shown.split(frame)).toHaveLength(3);
  expect(shown.split('</table></div>')).toHaveLength(3);
});

test('a table that is only written about is words', () => {
  const html = renderMarkdown('Skriv `<table>` her, og </table> der.');
  expect(withFrames(html, 'Tabel')).toBe(html);
});
