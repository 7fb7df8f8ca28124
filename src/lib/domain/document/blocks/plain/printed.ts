/** Lines as they are printed in a PDF, whose size and letters tell which of them are headings. */
import { isField, startsSmall } from './lines.ts';
import { SHORTEST_KEY, titleKey, type Titles } from './titles.ts';

/** A line of a page of a PDF. */
export interface PrintedLine {
  readonly text: string;
  /** The height of its letters, in points. */
  readonly size: number;
  /** The name of its font, '' if it has several. */
  readonly font: string;
  /** How far its beginning is from the left of the page, in points, */
  readonly x: number;
  /** and its base line from the foot. */
  readonly y: number;
}

/** Lines of one heading; more in other letters than the text are a quotation or a box. */
const MOST_LINES = 3;
/** In characters: a longer line is a sentence that is set apart. */
const LONGEST_TITLE = 110;
/** How much larger than the text the letters of a heading are. */
const LARGER = 1.12;
/** The most of all letters that can be in the fonts of headings. */
const RARE_FONT = 0.12;
/** Headings have six levels; a text that sets each line in another way has no more of them. */
const MOST_STYLES = 12;
/** A gap above a line from which on it stands apart, in usual distances of lines. */
const APART = 1.35;

/**
 * Returns the text of pages with a form feed between them and a blank line above what stands apart,
 * and the lines that are set as headings: in larger letters than most of the text, or wholly in a
 * font that little of it is set in. Sizes and fonts tell their depth if there are several.
 */
export function printedText(printed: readonly (readonly PrintedLine[])[]): {
  source: string;
  titles: Titles;
} {
  const pages = printed.map(withNumbersInPlace);
  const lines = pages.flat();
  const look = looksOf(lines);
  const source = pages.map((page) => spaced(page, look.distance)).join('\f');
  const found = pages.flatMap((page) => [...titlesOf(page, look)]);
  const headings = withoutTitleOfAll(found, lines);
  const styles = look.styles.filter((style) => headings.some((heading) => heading.style === style));
  const titles = new Map<string, number>();
  for (const { title, style } of headings) {
    const key = titleKey(title);
    const depth = styles.length > 1 ? styles.indexOf(style) + 1 : 0;
    if (key.length >= SHORTEST_KEY) titles.set(key, depth);
  }
  return { source, titles };
}

const NUMBER_ALONE = /^[\d.–-]{1,12}\.?$/;

/**
 * Returns the lines of a page, numbers that stand on one line with other words put to them, a wide
 * space between: a table of contents has its numbers and its pages in columns of their own.
 */
function withNumbersInPlace(page: readonly PrintedLine[]): PrintedLine[] {
  const rows = Map.groupBy(page, ({ y }) => Math.round(y));
  const put = new Set<PrintedLine>();
  const joined = new Map<PrintedLine, PrintedLine>();
  for (const row of rows.values()) {
    const isNumber = ({ text }: PrintedLine) => NUMBER_ALONE.test(text.trim());
    const words = row.filter((line) => !isNumber(line));
    if (row.length < 2 || words.length !== 1 || row.length > 3) continue;
    const inOrder = row.toSorted((one, other) => one.x - other.x);
    const text = inOrder.map((line) => line.text.trim()).join('   ');
    joined.set(words[0]!, { ...words[0]!, text });
    for (const line of row) if (line !== words[0]) put.add(line);
  }
  return page.flatMap((line) => (put.has(line) ? [] : [joined.get(line) ?? line]));
}

/** How most of a text is set. */
interface Look {
  readonly size: number;
  readonly font: string;
  /** The distance of two lines, in their size. */
  readonly distance: number;
  /** The styles of headings, the largest first. */
  readonly styles: readonly string[];
}

function looksOf(lines: readonly PrintedLine[]): Look {
  const size = commonest(lines, (line) => line.size);
  const font = commonest(
    lines.filter((line) => line.size === size && line.font !== ''),
    (line) => line.font
  );
  const gaps = lines.flatMap((line, place) => {
    const below = lines[place + 1];
    const gap = below ? (line.y - below.y) / (line.size || 1) : 0;
    return gap > 0.5 && gap < 3 ? [{ ...line, gap: Math.round(gap * 20) / 20 }] : [];
  });
  const plain = { size, font, distance: commonest(gaps, ({ gap }) => gap) || 1.2 };
  return { ...plain, styles: stylesOf(lines, plain) };
}

/** Returns the value that most letters have; 0 or '' if there are none. */
function commonest<Line extends PrintedLine, Value extends number | string>(
  lines: readonly Line[],
  valueOf: (line: Line) => Value
): Value {
  const letters = new Map<Value, number>();
  for (const line of lines)
    letters.set(valueOf(line), (letters.get(valueOf(line)) ?? 0) + line.text.length);
  const [best] = [...letters].sort(([, one], [, other]) => other - one)[0] ?? [];
  return best ?? (0 as Value);
}

/** Returns the styles of headings, as `styleOf` names them. */
function stylesOf(lines: readonly PrintedLine[], { size, font }: Omit<Look, 'styles'>): string[] {
  const all = lines.reduce((sum, { text }) => sum + text.length, 0);
  const letters = new Map<string, { size: number; count: number }>();
  for (const line of lines) {
    const known = letters.get(styleOf(line)) ?? { size: line.size, count: 0 };
    letters.set(styleOf(line), { ...known, count: known.count + line.text.length });
  }
  return [...letters]
    .filter(([style, { size: other, count }]) => {
      const isOther = !style.endsWith(` ${font}`) && !style.endsWith(' ') && other >= size;
      return count <= RARE_FONT * all && (other >= size * LARGER || isOther);
    })
    .sort(([, one], [, other]) => other.size - one.size)
    .slice(0, MOST_STYLES)
    .map(([style]) => style);
}

const styleOf = ({ size, font }: PrintedLine): string => `${size} ${font}`;

/** A heading, whole or a line of it, and how it is set. */
interface Heading {
  readonly title: string;
  readonly style: string;
}

/**
 * Returns headings without the title of the text, which is set alone in its letters at the top, below
 * a date perhaps.
 */
function withoutTitleOfAll(all: Heading[], lines: readonly PrintedLine[]): Heading[] {
  const headings = all.filter(({ title }) => !isField(title.trim()));
  const first = lines.find(({ text }) => !isField(text.trim()));
  const style = first && styleOf(first);
  const alike = headings.filter((heading) => heading.style === style);
  const isTitle = alike[0]?.title.startsWith(first?.text.trim() ?? '') ?? false;
  const others = alike.filter(({ title }) => !alike[0]!.title.includes(title));
  return isTitle && others.length === 0
    ? headings.filter((heading) => heading.style !== style)
    : headings;
}

/** Yields the headings of a page. */
function* titlesOf(page: readonly PrintedLine[], { styles }: Look): Iterable<Heading> {
  for (let place = 0; place < page.length;) {
    const style = styleOf(page[place]!);
    let end = place + 1;
    const goesOnBelow = () =>
      end < page.length && styleOf(page[end]!) === style && !isField(page[end - 1]!.text.trim());
    while (goesOnBelow()) end++;
    const title = page
      .slice(place, end)
      .map(({ text }) => text.trim())
      .join(' ');
    const isShort = end - place <= MOST_LINES && title.length <= LONGEST_TITLE;
    const goesOn = startsSmall(page[end]?.text.trim() ?? '');
    if (styles.includes(style) && isShort && !goesOn && isNoSentence(title)) {
      yield { title, style };
      for (const { text } of page.slice(place, end)) yield { title: text, style };
    }
    place = end;
  }
}

const isNoSentence = (title: string) => /\p{L}{2}/u.test(title) && !/[.,;…]$/.test(title);

/** Returns the lines of a page, with a blank line above each that stands apart. */
function spaced(page: readonly PrintedLine[], distance: number): string {
  return page
    .map((line, place) => {
      const above = page[place - 1];
      const gap = above ? (above.y - line.y) / (Math.max(above.size, line.size) || 1) : 0;
      return gap > distance * APART || gap < 0 ? `\n${line.text}` : line.text;
    })
    .join('\n');
}
