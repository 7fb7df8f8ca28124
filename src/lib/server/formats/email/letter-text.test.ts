import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLetterText } from './letter-text.ts';

const letter = [
  'Kære arbejdsgruppe',
  '',
  'Vi har drøftet udkastet i bestyrelsen og vil gerne have skrevet ind, at',
  'broen skal være færdig, før skolen åbner. Vi mener også, at afsnittet om',
  'kajen er for kort.',
  '',
  'Venlig hilsen',
  'Sejlklubben Strandmøllen'
].join('\n');

const quoted = [
  'Den 3. marts 2026 kl. 10.12 skrev Arbejdsgruppen <gruppen@example.org>:',
  '> Kære alle',
  '> I kan svare på høringen indtil den 1. april.'
].join('\n');

test('a letter that was broken into lines is read as paragraphs', () => {
  const { markdown, tail } = readLetterText(letter);
  expect(markdown).toContain('vil gerne have skrevet ind, at broen skal være færdig, før skolen');
  expect(tail).toBe('');
});

test('its greeting is no heading, and each line of its close stays a line', () => {
  const { markdown } = readLetterText(letter);
  expect(markdown).toMatch(/^Kære arbejdsgruppe\n\nVi har drøftet/);
  expect(markdown).toMatch(/\n\nVenlig hilsen\\\nSejlklubben Strandmøllen$/);
});

test('a letter whose last lines are sentences has no close', () => {
  const { markdown } = readLetterText(
    'Vi skriver om broen og om\nkajen ved slusen.\n\nHilsen\nVi vil gerne høre fra jer, inden\ni tager stilling.'
  );
  expect(markdown).toContain('Vi vil gerne høre fra jer, inden i tager stilling.');
});

test('the mail that it answers is its tail, and a signature too', () => {
  const { markdown, tail } = readLetterText(`${letter}\n\n${quoted}`);
  expect(markdown).toMatch(/Sejlklubben Strandmøllen$/);
  expect(tail).toBe(quoted);
  expect(readLetterText(`${letter}\n\nSendt fra min iPhone`).tail).toBe('Sendt fra min iPhone');
  expect(readLetterText(`${letter}\n\n-- \nHanne\nTlf. 12 34 56 78`).tail).toMatch(/^-- \nHanne/);
});

test('what was copied as Markdown out of an HTML mail has its tail, too', () => {
  const markdown = letter.replaceAll('\n\n', '\n\n').replace('kort.', 'kort\\.');
  const read = readLetterText(`${markdown}\n\n${quoted.replaceAll('.', '\\.')}`);
  expect(read.tail).toContain('I kan svare på høringen');
  expect(read.markdown).not.toContain('I kan svare');
});

test('a mail that was forwarded is the letter, and no tail', () => {
  const forwarded = `Til orientering.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@example.org>\nDate: man. 2. mar. 2026\nSubject: Høring\n\nBroen skal være bred nok til to cykler.`;
  const { markdown, tail } = readLetterText(forwarded);
  expect(markdown).toContain('Broen skal være bred nok');
  expect(tail).toBe('');
});

test('a letter that is nothing but a quotation keeps it as its text', () => {
  const { markdown, tail } = readLetterText('> Broen skal bygges.');
  expect(markdown).toContain('Broen skal bygges.');
  expect(tail).toBe('');
});

test('whatever the lines, no word is lost', () => {
  const line = fc.constantFrom(
    ...['', 'Kære alle', 'Hej', 'Venlig hilsen', 'Bo Bro, formand', '> Ja tak.', '-- ', '- et'],
    ...['Vi vil have bænke og lys på stien, og', 'broen skal åbnes.', 'Sendt fra min iPhone'],
    ...['Den 3. marts 2026 skrev Bo <bo@example.org>:', '* to', '# Om *kajen*', '___']
  );
  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const { markdown, tail } = readLetterText(lines.join('\n'));
      expect(lettersOf(markdown + tail)).toBe(lettersOf(lines.join('\n')));
    }),
    { numRuns: 3000 }
  );
});
