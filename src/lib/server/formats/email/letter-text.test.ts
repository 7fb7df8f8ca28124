import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cpuTimeOf } from '../../../../../tests/support/cpu.ts';
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

const headers = [
  'Fra: Bo Bro <bo@example.org>',
  'Dato: man. 2. mar. 2026 kl. 10.12',
  'Emne: Høring',
  'Til: <gruppen@example.org>'
].join('\n');

test('of a mail that was forwarded only the head is folded away', () => {
  const head = `---------- Forwarded message ---------\n${headers}`;
  const { markdown, tail } = readLetterText(
    `Til orientering.\n\n${head}\n\n${letter}\n\n${quoted}`
  );
  expect(markdown).toMatch(/^Til orientering\.\n\nKære arbejdsgruppe\n\nVi har drøftet/);
  expect(markdown).toMatch(/Sejlklubben Strandmøllen$/);
  expect(tail).toBe(`${head}\n\n${quoted}`);
});

test('a mail that Outlook forwarded begins with its head', () => {
  expect(readLetterText(`${headers}\n\nBroen skal være bred nok.`)).toEqual({
    markdown: 'Broen skal være bred nok.',
    tail: headers
  });
});

test('nothing but a head is the letter', () => {
  expect(readLetterText(headers).tail).toBe('');
});

test('answers between quoted lines are read as paragraphs, and so is what they answer', () => {
  const { markdown, tail } = readLetterText(
    '> Skal broen være åben om natten, eller skal\n> den lukkes?\nJa, det synes vi, for så kan\nalle komme over.\n\n> Og kajen?\n\nNej.'
  );
  expect(markdown).toBe(
    '> Skal broen være åben om natten, eller skal den lukkes?\n\nJa, det synes vi, for så kan alle komme over.\n\n> Og kajen?\n\nNej.'
  );
  expect(tail).toBe('');
});

test("the numbers of a letter's pages are kept beside its words", () => {
  const { markdown, tail } = readLetterText(
    'Vi vil gerne have skrevet ind, at\nbroen skal være færdig.\n\nSide 1\n\nOg så skal der være\nen bænk.\n\nSide 2'
  );
  expect(markdown).toBe(
    'Vi vil gerne have skrevet ind, at broen skal være færdig.\n\nOg så skal der være en bænk.'
  );
  expect(tail).toBe('Side 1\nSide 2');
});

test('a letter that is nothing but a quotation keeps it as its text', () => {
  const { markdown, tail } = readLetterText('> Broen skal bygges.');
  expect(markdown).toContain('Broen skal bygges.');
  expect(tail).toBe('');
});

test('whatever the lines, no letter and no figure is lost', () => {
  const line = fc.constantFrom(
    ...['', 'Kære alle', 'Hej', 'Venlig hilsen', 'Bo Bro, formand', '> Ja tak.', '-- ', '- et'],
    ...['Vi vil have bænke og lys på stien, og', 'broen skal åbnes.', 'Sendt fra min iPhone'],
    ...['Den 3. marts 2026 skrev Bo <bo@example.org>:', '* to', '# Om *kajen*', '___', 'Side 1'],
    ...['Videresendt', '>> Nej,', '> og', '---------- Videresendt meddelelse ----------', headers]
  );
  const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const sorted = (text: string) => [...lettersOf(text)].sort().join('');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const { markdown, tail } = readLetterText(lines.join('\n'));
      expect(sorted(markdown + tail)).toBe(sorted(lines.join('\n')));
    }),
    { numRuns: 3000 }
  );
});

test.each([
  ['that is quoted ever deeper', '> '.repeat(50_000)],
  ['that is forwarded again and again', `Begin forwarded message:\n\n${headers}\n\n`.repeat(900)],
  ['of headers without an end', 'Begin forwarded message:\nFra: a\n'.repeat(3000)],
  ['that is quoted in steps', '> a\n>> b\n'.repeat(10_000)]
])('a letter %s is read in a second', async (_, hostile) => {
  expect(await cpuTimeOf(() => readLetterText(`Ja.\n${hostile}\nNej.`))).toBeLessThan(1000);
});
