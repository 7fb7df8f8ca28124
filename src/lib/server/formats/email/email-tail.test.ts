import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitEmailTail } from './email-tail.ts';
import { cpuTimeOf } from '../../../../../tests/support/cpu.ts';

const OWN = 'Hej alle\n\nJeg er enig i, at broen skal have en sti til gående.';

describe('what a mail program wrote is tail', () => {
  test.each<[string, string]>([
    [
      'Danish, with address',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes Birk <agnes@eksempel.dk>:\n> Kære alle'
    ],
    [
      'Danish, broken in the address',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes Birk <\nagnes@eksempel.dk>:'
    ],
    [
      'Danish, broken in three',
      'Den onsdag den 3. maj 2017 kl. 10.12 skrev Agnes\nBirk via Forum\n<agnes@eksempel.dk>:\n\n> Ja'
    ],
    [
      'Danish, weekday cut short',
      'Den ons. 3. maj 2017 kl. 10.12 skrev Agnes Birk <agnes@eksempel.dk>:\n> Ja'
    ],
    [
      'Danish, weekday cut short without address',
      'Den tirs. 2. maj 2017 kl. 08.05 skrev Agnes Birk:\n\n> Ja\n>\n> Nej'
    ],
    ['Danish, date in numbers', 'Den 03-05-2017 kl. 10:12 skrev Agnes Birk:\n> Ja'],
    ['Danish, ISO date', 'Den 2017-05-03 10:12, skrev Agnes Birk:\n> Ja'],
    [
      'Danish, without Den',
      '3. maj 2017 kl. 10.12 skrev Agnes Birk <agnes@eksempel.dk>:\n\nKære alle\nVi ses.'
    ],
    ['Danish, På', 'På 3. maj 2017 kl. 10.12.44, skrev Agnes Birk (agnes@eksempel.dk):\n> Ja'],
    [
      'Danish, writer first',
      'Agnes Birk <agnes@eksempel.dk> skrev den 3. maj 2017 kl. 10.12:\n> Ja'
    ],
    [
      'Danish, quoted without marks',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes <agnes@eksempel.dk>:\n\nKære alle\n\nVi ses på torsdag.'
    ],
    [
      'an address as a link',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes <[agnes@eksempel.dk](mailto:agnes@eksempel.dk)>:\n> Ja'
    ],
    [
      'ISO date and time zone',
      '2017-05-03 10:12 GMT+02:00 Agnes Birk <agnes@eksempel.dk>:\n\n> Ja'
    ],
    [
      'English, comma',
      'On Wed, May 3, 2017 at 10:12 AM, Agnes Birk <agnes@example.org> wrote:\n> Yes'
    ],
    ['English, at', 'On 3 May 2017, at 10:12, Agnes Birk wrote:\n\n> Yes'],
    [
      'English, broken',
      'On Wed, May 3, 2017 at 10:12 AM Agnes Birk\n<agnes22@example.org>\nwrote:\n\n> Yes'
    ],
    ['English, date in numbers', 'On 03/05/2017 10:12, Agnes Birk wrote:\n> Yes'],
    ['English, writer first', 'Agnes Birk wrote on 3 May 2017 10:12:\n> Yes'],
    ['German', 'Am 03.05.2017 um 10:12 schrieb Agnes Birk:\n> Ja'],
    [
      'Yahoo, German',
      'Am Mittwoch, 3. Mai 2017 um 10:12:11 MESZ hat Agnes Birk <agnes@beispiel.de> Folgendes geschrieben:\n\nKære alle'
    ],
    [
      'Yahoo, Danish',
      'Den onsdag den 3. maj 2017 10.12.11 CEST skrev Agnes Birk <agnes@eksempel.dk>:\n\nKære alle'
    ],
    [
      'Proton',
      'On Wednesday, May 3rd, 2017 at 10:12 AM, Agnes Birk <agnes@example.org> wrote:\n\n> Yes'
    ],
    [
      'Proton with its line',
      'Sent with Proton Mail secure email.\n\n‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Wednesday, May 3, 2017 10:12 AM, Agnes Birk <agnes@example.org> wrote:\n\n> Yes'
    ],
    [
      'Outlook, German',
      'Von: Agnes Birk <agnes@beispiel.de>\nGesendet: Mittwoch, 3. Mai 2017 10:12\nAn: Forum\nBetreff: Brücke\n\nLiebe alle'
    ],
    [
      'Outlook, Finnish',
      'Lähettäjä: Agnes Birk <agnes@esimerkki.fi>\nLähetetty: 3. toukokuuta 2017 10:12\nAihe: Silta\n\nHei'
    ],
    ['Finnish', 'ke 3. touko 2017 klo 10.12 Agnes Birk (agnes@esimerkki.fi) kirjoitti:\n\n> Hei'],
    ['a telephone of GMX', 'Diese Nachricht wurde von meinem Android Mobiltelefon gesendet.'],
    [
      'German, with weekday',
      'Am Mi., 3. Mai 2017 um 10:12 Uhr schrieb Agnes von Birk <agnes@beispiel.de>:\n\n> Ja'
    ],
    [
      'German, verb last',
      'Am Donnerstag, 4. Mai 2017, 09:15:33 MESZ hat Agnes Birk Folgendes geschrieben:\n> Ja'
    ],
    ['Swedish', 'Den ons 3 maj 2017 kl 10:12 skrev Agnes Birk <agnes@exempel.se>:\n> Ja'],
    ['Norwegian', 'ons. 3. mai 2017 kl. 10:12 skrev Agnes Birk <agnes@eksempel.no>:\n\n> Ja'],
    [
      'Danish headers',
      'Fra: Agnes Birk\nSendt: 3. maj 2017 10:12\nTil: forum\nEmne: Broen\n\nKære alle'
    ],
    [
      'Danish headers in bold',
      '**Fra:** Agnes Birk <agnes@eksempel.dk>\n**Dato:** 3. maj 2017\n**Til:** forum\n**Emne:** Broen\n\nKære alle'
    ],
    [
      'headers below a line',
      '________________________________\nFra: Agnes Birk <agnes@eksempel.dk>\nSendt: 3. maj 2017\nTil: forum\nEmne: Broen\n\nKære alle'
    ],
    [
      'English headers',
      'From: Agnes Birk\nSent: Wednesday, May 3, 2017 10:12 AM\nTo: forum\nSubject: The bridge\n\nDear all'
    ],
    [
      'German headers',
      'Von: Agnes Birk\nGesendet: Mittwoch, 3. Mai 2017 10:12\nAn: Forum\nBetreff: Brücke\n\nLiebe alle'
    ],
    [
      'Swedish headers',
      'Från: Agnes Birk <agnes@exempel.se>\nSkickat: den 3 maj 2017\nTill: forum\nÄmne: Bron\n\nHej'
    ],
    ['Danish mark', '-----Oprindelig meddelelse-----\nFra: Agnes\nTil: alle\n\nKære alle'],
    ['English mark', '-------- Original Message --------\nDear all'],
    ['German mark', '-----Ursprüngliche Nachricht-----\nLiebe alle'],
    ['Swedish mark', '-----Ursprungligt meddelande-----\nHej'],
    ['Norwegian mark', '-----Opprinnelig melding-----\nHei'],
    ['quoted lines with no head', '> Kære alle\n> Broen skal males.'],
    ['quoted lines in two levels', '> Kære alle\n>> Skal broen males?\n>\n> Ja.'],
    ['a telephone in English', 'Sent from my iPhone'],
    ['a telephone in Danish', 'Sendt fra min iPhone'],
    ['another telephone', 'Sendt fra min Samsung Galaxy S8'],
    ['a program', 'Sendt fra Outlook til iOS'],
    ['a program to get', 'Hent Outlook til Android'],
    ['a telephone of another make', 'Sendt fra min Huawei-mobiltelefon'],
    ['a program to get, with its address', 'Get Outlook for Android<https://eksempel.dk/o>'],
    ['a telephone in Swedish', 'Skickat från min iPad'],
    ['a telephone in German', 'Von meinem iPhone gesendet'],
    [
      'a telephone and a quoted mail',
      'Sendt fra min iPhone\n\n> Den 3. maj 2017 kl. 10.12 skrev Agnes:\n>\n> Ja'
    ],
    ['a signature', '-- \nAgnes Birk\nKasserer, Broens Venner\nTlf. 00 00 00 00'],
    ['a signature that lost its space', '--\nAgnes Birk\nBroens Venner'],
    [
      'a signature and a quoted mail',
      '-- \nAgnes Birk\n\nDen 3. maj 2017 kl. 10.12 skrev Bo <bo@eksempel.dk>:\n> Ja'
    ]
  ])('%s', (_, tail) => {
    expect(splitEmailTail(`${OWN}\n\n${tail}`)).toEqual({ text: OWN, tail: `\n\n${tail}` });
  });
});

describe('what a person wrote is text', () => {
  test.each<[string, string]>([
    ['a sentence that begins as a head', 'Den 3. maj skrev jeg til jer: broen er for smal.'],
    ['such a sentence alone on its line', 'Den 3. maj skrev jeg til jer:\n\nBroen er for smal.'],
    [
      'such a sentence with year and time',
      'Den 3. maj 2017 kl. 10.12 skrev jeg til jer:\n\nBroen er for smal.'
    ],
    [
      'such a sentence before a quotation',
      'Den 3. maj 2017 skrev jeg til jer:\n> Broen er for smal.'
    ],
    [
      'a sentence on what somebody wrote',
      'Den 3. maj 2017 skrev kommunen i sit svar:\n\nVi maler broen.\n\nDet skete ikke.'
    ],
    [
      'a name and a year but no address or marks',
      'Den 3. maj 2017 skrev Agnes Birk:\n\nVi maler broen.\n\nDet skete ikke.'
    ],
    ['what was written at a meeting', 'På mødet den 3. maj 2017 skrev Agnes:\n> Broen er smal.'],
    [
      'what was written to somebody',
      'Kontakt: Agnes <agnes@eksempel.dk> skrev den 3. maj 2017 til kommunen:\n> Broen er smal.'
    ],
    ['the same in English', 'On 3 May 2017 we wrote:\n\nThe bridge is too narrow.'],
    [
      'the same with the council',
      'On 3 May 2017 the council wrote:\n\nThe bridge will be painted.'
    ],
    ['a travel list', 'Turen går sådan:\n\nFra: Ribe\nTil: Skagen\nDato: 3. maj\n\nHusk madpakke.'],
    ['a travel list in English', 'The route:\n\nFrom: Ribe\nTo: Skagen\nDate: 3 May 2017 10:12'],
    [
      'the head of an invitation',
      'Jeg foreslår denne tekst:\n\nFra: bestyrelsen\nTil: medlemmerne\nEmne: Møde\nDato: 3. maj kl. 19.00\n\nVel mødt!'
    ],
    ['a rule', 'Først det ene.\n\n---\n\nSå det andet.'],
    ['a long rule', 'Først det ene.\n\n------------\n\nSå det andet.'],
    ['a rule of underscores', 'Først det ene.\n\n________________\n\nSå det andet.'],
    ['a rule of two hyphens', 'Først det ene.\n\n--\n\nSå det andet.'],
    ['a postscript below two hyphens', 'Først det ene.\n\n--\nP.S. Husk kaffen til mødet.'],
    ['a list below two hyphens', 'Vi skal:\n\n--\n1. male broen\n2. lave en sti'],
    ['a list below a mark', 'Vi skal:\n-- \nI år:\n1. male broen\n2. lave en sti'],
    ['a heading that is underlined', 'Broen\n--\nDen skal males.'],
    [
      'a long text below a mark',
      `Broen\n-- \n${'Den skal males i år, og det skal ske før vinteren kommer.\n'.repeat(12)}`
    ],
    ['answers between quoted lines', '> Skal broen males?\n\nJa.\n\n> Hvornår?\n\nTil foråret.'],
    [
      'answers below a head',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes <agnes@eksempel.dk>:\n> Skal broen males?\nJa.\n> Hvornår?\nTil foråret.'
    ],
    [
      'an answer below all that is quoted',
      'Hej\n\nDen 3. maj 2017 kl. 10.12 skrev Agnes <agnes@eksempel.dk>:\n> Skal broen males?\n\nJa.'
    ],
    ['the last quoted line unanswered', '> Skal broen males?\n\nJa.\n\n> Hvornår?'],
    [
      'a quotation that is announced',
      'Jeg foreslår denne ordlyd:\n\n> Broen males hvert femte år.'
    ],
    ['a quotation in the middle', 'I udkastet står:\n\n> Broen males.\n\nDet er for lidt.'],
    ['a sentence on a telephone', 'Sendt fra min iPhone er det svært at læse bilaget.'],
    ['a sentence on the municipality', 'Brevet er\nSendt fra min kommune i går'],
    [
      'a telephone in the middle',
      'Min mail endte med\n\nSendt fra min iPhone\n\nog så kom den ikke frem.'
    ],
    [
      'a forwarded mail, sent to be read',
      'Se her:\n\n---------- Videresendt meddelelse ----------\nKære alle\nVi ses.'
    ],
    [
      'a forwarded mail with its head',
      'Hej alle\n\n---------- Videresendt meddelelse ----------\nFra: Agnes Holm <agnes@example.org>\nDato: 3. maj 2027 kl. 11.53\nEmne: Broen\nTil: forum@example.org\n\nHer er vores forslag: en bro til.'
    ],
    [
      'a mail that a telephone forwarded',
      'Se her:\n\nBegin forwarded message:\n\nFrom: Agnes Holm <agnes@example.org>\nSubject: Broen\nDate: 3 May 2027 at 11:53\n\nHer er vores forslag.'
    ],
    ['a list', 'Vi skal:\n\n- male broen\n- lave en sti\n- spørge Bo'],
    ['a sentence with Fra:', 'Fra: denne side ser broen fin ud.'],
    ['nothing but a quoted mail', '> Kære alle\n> Broen skal males.'],
    [
      'nothing but a head and its mail',
      'Den 3. maj 2017 kl. 10.12 skrev Agnes <agnes@eksempel.dk>:\n> Ja'
    ],
    ['a time of day at the end', 'Mødet er den 3. maj 2017 kl. 19.00:'],
    [
      'a date and a colon',
      'Vi mødes igen på broen den 3. maj 2017:\n\n- Bo tager kaffe med\n- Agnes tager kage med'
    ],
    ['nothing', ''],
    ['white space', '\n \n']
  ])('%s', (_, body) => {
    expect(splitEmailTail(body)).toEqual({ text: body, tail: '' });
  });
});

test('of answers between quoted lines only the signature is folded away', () => {
  const text = '> Skal broen males?\n\nJa.\n\n> Hvornår?\n\nTil foråret.';
  expect(splitEmailTail(`${text}\n\n-- \nAgnes`)).toEqual({ text, tail: '\n\n-- \nAgnes' });
});

test('an announced quotation stays, and the telephone below it goes', () => {
  const text = 'Jeg foreslår:\n\n> Broen males hvert femte år.';
  expect(splitEmailTail(`${text}\n\nSendt fra min iPhone\n`).text).toBe(`${text}`);
});

test('lines that end as in Windows are told the same', () => {
  const { text, tail } = splitEmailTail('Ja.\r\n\r\nSendt fra min iPhone\r\n');
  expect([text, tail]).toEqual(['Ja.', '\r\n\r\nSendt fra min iPhone\r\n']);
});

test('no letter is lost, whatever the mail', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...PIECES),
    fc.constantFrom(...PIECES).map((piece) => `> ${piece}`)
  );
  const body = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' \n')), { maxLength: 20 })
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(body, (mail) => {
      const { text, tail } = splitEmailTail(mail);
      expect(text + tail).toBe(mail);
    }),
    { numRuns: 2000 }
  );
});

test('what is folded away leaves a text with words in it', () => {
  const body = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(body, (mail) => {
      const { text, tail } = splitEmailTail(mail);
      expect(tail === '' || text.trim() !== '').toBe(true);
    })
  );
});

test('ten thousand lines of marks are told within a second', async () => {
  const marks = '--\n\n> \n-- \nDen 3. maj 2017 kl. 10.12 skrev Agnes:\n'.repeat(2000);
  expect(await cpuTimeOf(() => splitEmailTail(`Ja.\n${marks}Ja.`))).toBeLessThan(1000);
});

const PIECES = [
  'Jeg er enig.',
  '',
  '--',
  '-- ',
  '---',
  '________________',
  'Sendt fra min iPhone',
  'Agnes Birk',
  'Den 3. maj 2017 kl. 10.12 skrev Agnes <agnes@eksempel.dk>:',
  'On 3 May 2017, at 10:12, Agnes Birk wrote:',
  'Den 3. maj skrev jeg til jer:',
  '> Skal broen males?',
  '-----Oprindelig meddelelse-----',
  'Fra: Agnes',
  'Sendt: 3. maj 2017 10:12',
  'Emne: Broen'
];
