/** How many lines the line "On … X wrote:" is broken into, and whether it has an e-mail address. */
export interface Attribution {
  readonly lines: number;
  readonly hasAddress: boolean;
}

/**
 * Returns the attribution that begins at line `at`, or null, as mail programs write it in Danish,
 * English, German, Norwegian and Swedish: a date, a verb, a name or an address, and a colon at the
 * end.
 */
export function findAttribution(lines: readonly string[], at: number): Attribution | null {
  for (let count = 1; count <= ATTRIBUTION_LINES; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line === '' || line.length > LINE_LENGTH) return null;
    if (!line.endsWith(':')) continue;
    const joined = lines.slice(at, at + count).join(' ');
    return isAttribution(joined) ? { lines: count, hasAddress: ADDRESS.test(joined) } : null;
  }
  return null;
}

/**
 * Mail programs break lines at 72 to 80 characters, and a date, a long name and an address fit in
 * three.
 */
const ATTRIBUTION_LINES = 3;

/** Three times a broken line and more than any attribution on one line; a paragraph is longer. */
const LINE_LENGTH = 250;

const ADDRESS = /[^\s<>@]+@[^\s<>@]+/;

function isAttribution(line: string): boolean {
  const words = line.replace(/[<[(][^>\])]*@[^>\])]*[>\])]+/g, '@');
  if (!DATE.test(words) || !(CLOCK.test(words) || YEAR.test(words))) return false;
  return FORMS.some((form) => isWriter(form.exec(words)?.groups?.['writer'] ?? ''));
}

const MONTH =
  '(?:jan|feb|m[aä][rijy]|apr|jun|jul|aug|sep|okt|oct|nov|de[csz]|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)\\p{L}*';
const DATE = new RegExp(
  `\\b\\d{1,2}\\.? ${MONTH}|\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,4}[-./]\\d{1,2}[-./]\\d{2,4}\\b`,
  'iu'
);
const CLOCK = /\b\d{1,2}[.:]\d{2}\b(?![.-]\d)/;
const YEAR = /\b20\d{2}\b/;

const WEEKDAY = '(?:ma|ti|on|to|fr|l[øö]|s[øö]|m[oå]|di|mi|do|sa)\\p{L}*\\.?,?';

/**
 * The orders: date, verb, writer; date, writer, verb; writer, verb, date; and old Gmail's date,
 * writer.
 */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:den|på|am) )?(?:${WEEKDAY} (?:den )?)?\\d.{4,45}? (?:skrev|schrieb):? (?<writer>.+):$`,
    'iu'
  ),
  /^on (?=.* wrote:$).*\d.*? (?<writer>\S.*) wrote:$/iu,
  /^(?:den|am) (?=.* skrev:$).*\d,? ?(?<writer>\D+) skrev:$/iu,
  /^am .*\d.* hat (?<writer>.+?)(?: folgendes)? geschrieben:$/iu,
  /^(?<writer>[^:]+?) (?:skrev|schrieb|wrote) (?:følgende )?(?:\p{L}{2,8} )?(?:den|am|on|på)? ?\d.*\d\D{0,8}:$/iu,
  /^(?=.* kirjoitti:$).*\d.*\d[.:]\d\d(?::\d\d)? (?<writer>\S.*) kirjoitti:$/iu,
  /^\d{4}-\d\d-\d\d \d\d:\d\d (?:GMT|UTC)\S* (?<writer>.+):$/i
];

/**
 * Returns whether a text is an address or a name of up to eight words, and not a sentence, which
 * would begin with a pronoun or have words in lower case.
 */
function isWriter(writer: string): boolean {
  const words = writer.split(/[\s,"“”„()*]+/).filter((word) => word !== '');
  const name = words.filter((word) => !word.includes('@'));
  if (words.length === 0 || name.length > 8 || PRONOUN.test(words[0]!)) return false;
  if (name.length < words.length && name.length <= 4) return true;
  return name.every((word) => /^[\p{Lu}\d]|^(?:af|von|van|der|de|den|via)$/u.test(word));
}

/**
 * `I` is the English pronoun; the Danish and Swedish `i` is not the first word of an attribution.
 */
const PRONOUN = /^(?:jeg|vi|du|han|hun|man|i|we|you|he|she|they|ich|wir|er|sie|jag)$/i;

/**
 * Returns whether a line is what Outlook and others write above the mail that they quote. The line
 * above a forwarded mail is another: such a mail was meant to be read and is text.
 */
export function isOriginalMessageLine(line: string): boolean {
  return ORIGINAL_LINE.test(line);
}

/** Dashes of any length; Proton writes hyphens that are no signs of ASCII. */
const DASHES = '[-‐–—]{2,}';

const ORIGINAL =
  'oprindelig (?:meddelelse|besked|e-?mail)|original (?:message|e-?mail)|' +
  'ursprüngliche (?:nachricht|e-?mail)|ursprungligt meddelande|opprinnelig melding|' +
  'alkuperäinen viesti';

const ORIGINAL_LINE = new RegExp(`^${DASHES} ?(?:${ORIGINAL}) ?${DASHES}$`, 'i');

/** Returns whether a line is what mail programs write above a mail that they forward. */
export function isForwardLine(line: string): boolean {
  return FORWARDS.test(line);
}

const FORWARDS =
  /^(?:[-‐–—]{2,}\s?(?:videresendt (?:meddelelse|besked|mail|e-mail|melding)|forwarded (?:message|mail)|weitergeleitete (?:nachricht|e-?mail)|vidarebefordrat (?:meddelande|mejl)|välitetty viesti)(?: (?:fra|from|von|från) .{1,80})?\s?[-‐–—]{2,}|(?:begin forwarded message|(?:start|begynd)(?: på)? videresendt (?:besked|meddelelse|mail)|anfang der weitergeleiteten nachricht|vidarebefordrat brev)\s?:)$/i;

/**
 * Returns whether line `at` begins the headers of a quoted mail: sender, subject and date must be
 * there, and an e-mail address or a time, since a timetable has Fra and Til, and an invitation a
 * date.
 */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (headerOf(lines[at]!) !== 'from') return false;
  const below = lines.slice(at, at + HEADER_LINES);
  const block = below.slice(0, below.includes('') ? below.indexOf('') : undefined);
  const headers = block.map(headerOf);
  if (!headers.includes('subject') || !headers.includes('sent')) return false;
  const sent = block[headers.indexOf('sent')]!;
  return block.some((line) => ADDRESS.test(line)) || (!/^\W*dat/i.test(sent) && CLOCK.test(sent));
}

/** From, sent, to, copy, subject and importance, of which the recipients can take several lines. */
const HEADER_LINES = 12;

const HEADERS: readonly [string, RegExp][] = [
  ['from', /^(?:fra|from|von|från|lähettäjä)$/],
  ['sent', /^(?:sendt|sent|dato|date|gesendet|datum|skickat|lähetetty|päivä)$/],
  ['subject', /^(?:emne|subject|betreff|ämne|aihe)$/]
];

function headerOf(line: string): string | null {
  const name = /^\*{0,2}([\p{L}]{3,9})\*{0,2} ?:\*{0,2}(?: |$)/u.exec(line)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return HEADERS.find(([, form]) => form.test(name))?.[0] ?? null;
}

/** Returns whether a line is the signature of a phone, such as "Sendt fra min iPhone". */
export function isDeviceLine(line: string): boolean {
  return line.length <= DEVICE_LENGTH && DEVICE_FORMS.some((form) => form.test(line));
}

/**
 * Characters of the longest such line, with room to spare: with the longest name of a phone it has
 * about fifty.
 */
const DEVICE_LENGTH = 70;

const DEVICE =
  '(?:iphone|ipad|android|samsung|galaxy|huawei|xperia|nokia|pixel|oneplus|mobile?|mobiltelefon|' +
  'telefon|smartphone|handy|tablet|mac|outlook|windows|mail|yahoo|gmail|proton)';
const FROM = '(?:fra|from|från|von|via|med|with)';
const KIND = '(?: pro| mini|-?(?:mobil|enhed|mobiltelefon|telefon|smartphone|phone))?';
const SYSTEM = '(?: (?:til|for|för|für) (?:ios|iphone|android|windows|mac))?';
const MODEL = '(?: [\\p{L}]{0,5}\\d+\\p{L}{0,5})?';

const DEVICE_FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:sendt|sent|skickat|gesendet) ${FROM} (?:[\\p{L}-]+ ){0,3}${DEVICE}™?` +
      `${KIND}${SYSTEM}${MODEL}\\.?$`,
    'iu'
  ),
  /^von mein\p{L}* [\p{L}\d ]{2,20} gesendet\.?$/iu,
  /^diese (?:nachricht|e-?mail) wurde von mein\p{L}* [\p{L}\d ]{2,30} gesendet\.?$/iu,
  /^(?:sendt|sent|skickat|gesendet|verschickt) (?:med|with|mit) (?:der |den )?(?:proton ?mail|gmx|web\.de|k-9)(?: [\p{L}-]+){0,4}\.?$/iu,
  /^lähetetty (?:[\p{L}-]+ ){0,2}(?:iphone|ipad|android|puhelimesta|laitteesta)\p{L}*\.?$/iu,
  /^(?:hent|get|skaff|hämta) <?outlook (?:til|for|för) (?:ios|android)>?(?: ?<\S+>)?$/iu
];
