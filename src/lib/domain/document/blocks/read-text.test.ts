import { describe, expect, test } from 'vitest';
import { asMarkdown, formatOf, readText } from './read-text.ts';

describe('what is typed or pasted', () => {
  test('out of Word has a paragraph in each line', () => {
    const pasted =
      'Formål\nVi vil have flere bænke i hele byen, og de skal stå i læ for vinden.\nKommunen skal give havnen mulighed for at bygge selv.\nUnge skal kunne blive boende dér, hvor de er vokset op.\n•\tFlere bænke\n•\tFlere lygter';
    expect(asMarkdown(pasted)).toBe(
      '# Formål\n\nVi vil have flere bænke i hele byen, og de skal stå i læ for vinden.\n\nKommunen skal give havnen mulighed for at bygge selv.\n\nUnge skal kunne blive boende dér, hvor de er vokset op.\n\n- Flere bænke\n- Flere lygter\n'
    );
  });

  test('with items of other signs than those of Markdown is read by how it is set', () => {
    expect(asMarkdown('Kajen er åben.\n•\tFlere bænke\n•\tFlere lygter')).toBe(
      'Kajen er åben.\n\n- Flere bænke\n- Flere lygter\n'
    );
  });

  test.each([
    ['Markdown', '# Havnen\n\nEn linje\nog en til.'],
    ['paragraphs between blank lines', 'Havnen er åben.\n\nKajen er malet.'],
    ['a list', '- bænke\n- lygter\n  ved kajen'],
    ['lines that are broken on purpose', 'Havnen  \nKajen\\\nBroen'],
    ['nothing', '']
  ])('is left as it is: %s', (_, typed) => {
    expect(asMarkdown(typed)).toBe(typed);
  });

  test('is the same when it is read again', () => {
    const once = asMarkdown('Formål\nVi vil have flere bænke i hele byen.\n• Bænke\n• Lygter');
    expect(asMarkdown(once)).toBe(once);
  });
});

test('a file of HTML is read as one, by its name or by its text', () => {
  const page = '<!doctype html><html><body><h2>Havnen</h2><p>Kajen er åben.</p></body></html>';
  expect([formatOf('vision.html', ''), formatOf('vision', page)]).toEqual(['html', 'html']);
  expect(readText(page, 'html').markdown).toBe('## Havnen\n\nKajen er åben.\n');
});
