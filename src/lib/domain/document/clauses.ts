/** The numbers that parts of statutes are cited by: "§ 3 a", "Stk. 2.", "5.2.1", "Kapitel IV". */

/** What divides statutes, the largest first; a text uses some of them. */
export const DIVISIONS = [
  /^(?:del|part|bok|book)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-zæøå])(?![\p{L}\p{N}])/iu,
  /^(?:afsnit|avsnitt|abschnitt|section)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-zæøå])(?![\p{L}\p{N}])/iu,
  /^(?:kapitel|kapittel|kap\.|chapter|bilag|annex)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-zæøå])(?![\p{L}\p{N}])/iu,
  /^(?:(?:§{1,2}|paragraf|artikel|article)\s*\d{1,3}(?:-\d{1,3})?|\d{1,3}(?:\s[a-zæøå])?\s?§)(?:\s?[a-zæøå](?![\p{L}\p{N}]))?/iu
] as const;
/** "§ 3 a", "Artikel 3", "3 §". */
export const PARAGRAPH = DIVISIONS[3];
/** "Stk. 2.", "pkt. 3": a clause of a paragraph. */
export const CLAUSE = /^(?:stk|pkt|nr|ledd|abs)\.?\s?\d{1,3}(?![\p{L}\p{N}])/iu;
/** "5.2 Kassereren", "5.2.1 bilag": a clause with the numbers of all that it is in. */
export const DECIMAL =
  /^\d{1,2}(?:\.\d{1,2}){1,5}\.?\s+(?=[\p{Lu}§"”»'(])|^\d{1,2}(?:\.\d{1,2}){2,5}\.?\s+(?=\p{L})/u;

/** A letter or a small Roman number at the head of an item: "a)", "(ii)", "b.". */
export const LETTERED = /^(\(?)([a-zæøå]|[ivx]{2,5})([.)])\s+\S/;

/** The number at the head of a part of statutes. */
export interface ClauseNumber {
  /** What is numbered by it: numbers of different kinds do not follow each other. */
  readonly kind: string;
  /** Its numbers from the outermost: "5.2.1" is 5, 2, 1 and "§ 3 a" is 3, 1. */
  readonly parts: readonly number[];
  /** As it was typed, with the mark that ends it. */
  readonly typed: string;
}

const ENDED = /^\s*[.:](?=\s|$)/;
/** What a clause begins with after its number; in a sentence a word in small letters follows it. */
const CLAUSE_BEGINS = /^\s*(?:[\p{Lu}"”»'(§\d[]|$)/u;

/** Returns the number that a text begins with, if it is one of statutes and a clause begins after it. */
export function clauseNumberOf(text: string): ClauseNumber | null {
  const head = text.slice(0, LONGEST);
  for (const pattern of [...DIVISIONS, CLAUSE, DECIMAL]) {
    const found = pattern.exec(head)?.[0];
    if (found === undefined) continue;
    const typed = found.trimEnd();
    const end = pattern === DECIMAL ? '' : (ENDED.exec(head.slice(typed.length))?.[0] ?? '');
    if (pattern !== DECIMAL && !CLAUSE_BEGINS.test(head.slice(typed.length + end.length)))
      return null;
    return { kind: kindOf(pattern, typed), parts: partsOf(typed), typed: typed + end };
  }
  return null;
}

/** Returns whether a number is that of the first or second part of a paragraph; the first often has none. */
export function isOpening({ typed, parts }: ClauseNumber): boolean {
  return CLAUSE.test(typed) && parts[0]! <= 2;
}

/** Characters in which a number has ended. */
const LONGEST = 60;

function kindOf(pattern: RegExp, typed: string): string {
  if (pattern === PARAGRAPH) return '§';
  return pattern === DECIMAL ? 'decimal' : /^\p{L}+/u.exec(typed)![0].toLowerCase();
}

/** Returns the numbers in what was typed, a letter by its place in the alphabet. */
function partsOf(typed: string): number[] {
  const digits = typed.match(/\d+/g);
  const letter = /\s?(?<!\p{L})([a-zæøå])(?:\s?§)?$/iu.exec(typed)?.[1];
  if (!digits) return [lettersNumber(typed)];
  const numbers = typed.includes('-') ? digits.slice(0, 1) : digits;
  return [...numbers.map(Number), ...(letter ? [letterNumber(letter)] : [])];
}

/** Returns the number in "Kapitel IV" or "Bilag C". */
function lettersNumber(typed: string): number {
  const letters = /\p{L}+$/u.exec(typed)![0];
  return /^[ivxlc]+$/i.test(letters) && !/^(?:bilag|annex)/i.test(typed)
    ? romanNumber(letters)
    : letterNumber(letters);
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Returns the value of a Roman number below 400. */
function romanNumber(letters: string): number {
  const values = Array.from(letters.toLowerCase(), (letter) => ROMAN[letter] ?? 0);
  const isTaken = (value: number, at: number) => value < (values[at + 1] ?? 0);
  return values.reduce((sum, value, at) => (isTaken(value, at) ? sum - value : sum + value), 0);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';

/** Returns the place of a letter in the Danish alphabet, from 1. */
function letterNumber(letter: string): number {
  return LETTERS.indexOf(letter.slice(0, 1).toLowerCase()) + 1;
}

/** Numbers in the order of a text, of which some follow an earlier one. */
export class NumberChain {
  private readonly seen = new Map<string, number>();
  /** The places of numbers that follow another, or that another follows. */
  readonly linked: Set<number>;

  /** Several chains can share what is `linked`. */
  constructor(linked = new Set<number>()) {
    this.linked = linked;
  }

  /**
   * Adds the number at a place. It follows an earlier one that is one less, or that it is the first
   * part of, as "§ 3 a" of "§ 3"; and whatever stands inside of that: after "5.2.4" comes "5.3" or "6".
   */
  add({ kind, parts }: Pick<ClauseNumber, 'kind' | 'parts'>, place: number): void {
    const before = this.placeBefore(kind, parts);
    if (before !== undefined) this.linked.add(before).add(place);
    for (let end = 1; end <= parts.length; end++)
      this.seen.set(keyOf(kind, parts.slice(0, end)), place);
  }

  private placeBefore(kind: string, parts: readonly number[]): number | undefined {
    for (let last = parts.length - 1; last >= 0; last--) {
      const outer = parts.slice(0, last);
      const number = parts[last]!;
      const before = number > 1 ? [...outer, number - 1] : outer;
      const place = before.length > 0 ? this.seen.get(keyOf(kind, before)) : undefined;
      if (place !== undefined || number > 1) return place;
    }
    return undefined;
  }
}

function keyOf(kind: string, parts: readonly number[]): string {
  return `${kind} ${parts.join('.')}`;
}

/** Items with letters or small Roman numbers, in the order of a list. */
export class LetterChain {
  private readonly numbers = new Map<number, { letter: ClauseNumber; roman: ClauseNumber }>();
  private readonly letters = new NumberChain();
  private readonly romans = new NumberChain();

  /** Adds the item at a place, if its text begins with a letter or a Roman number. */
  add(text: string, place: number): void {
    const [, open = '', letters = '', close = ''] = LETTERED.exec(text.slice(0, LONGEST)) ?? [];
    const typed = `${open}${letters}${close}`;
    const letter = { kind: `${open}a${close}`, parts: [letterNumber(letters)], typed };
    const roman = { kind: `${open}i${close}`, parts: [romanNumber(letters)], typed };
    if (letters.length === 1) this.letters.add(letter, place);
    if (/^[ivx]+$/.test(letters)) this.romans.add(roman, place);
    this.numbers.set(place, { letter, roman });
  }

  /** Returns the items that are in a sequence, by place: "i)" is the letter after "h)" or else one. */
  inSequence(): [number, ClauseNumber][] {
    const places = new Set([...this.letters.linked, ...this.romans.linked]);
    return Array.from(places, (place) => {
      const { letter, roman } = this.numbers.get(place)!;
      return [place, this.letters.linked.has(place) ? letter : roman];
    });
  }
}
