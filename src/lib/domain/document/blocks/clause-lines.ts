/** Part of step 2 of blocks: statutes in Markdown, whose clauses people type line below line. */
import { clauseNumberOf, isOpening, LetterChain, NumberChain } from '../clauses.ts';
import { endOfLines } from './lexer.ts';
import { markdownLines, type MarkdownLine } from './markdown-lines.ts';
import { isAfterEnd, measure, type Measure } from './plain/lines.ts';
import { statuteTitles } from './plain/statutes.ts';
import { isBlank } from './source.ts';

const LIKELY =
  /^[ \t#*_]*(?:§|\d{1,3} ?(?:[a-zæøå] ?)?§|\d{1,2}\.\d|(?:paragraf|art|stk|pkt|nr|ledd|abs|kap|chap|del|part|afsnit|avsnitt|abschnitt|section|bilag|annex|bo[ok])|\(?[a-zæøå][.)] )/im;

/**
 * Returns Markdown in which each clause of statutes is a block of its own: with a blank line above
 * "Stk. 2." and "5.2.1", the sign of a heading before a chapter or paragraph (§) that has no more
 * than its title on its line and text below, and a bullet before "a)". Markdown would run such lines
 * together. A line counts as a clause if it stands below the end of a sentence and its number follows
 * an earlier one or is followed by a later one, so that prose which happens to have "§ 5" at the
 * head of a line stays whole. What stands between blank lines is left as it is.
 */
export function separateClauses(source: string): string {
  if (!LIKELY.test(source)) return source;
  const end = endOfLines(source);
  const lines = markdownLines(source.slice(0, end));
  const parts = partsOf(lines);
  return parts.size === 0 ? source : written(lines, parts) + source.slice(end);
}

/** What a line begins: a heading of so many lines, a clause, or an item whose letter has this sign. */
type Part =
  | { readonly type: 'title'; readonly length: number; readonly depth: number }
  | { readonly type: 'clause' }
  | { readonly type: 'item'; readonly sign: string };

/** Returns what the lines begin that are to be set apart, by the place of the line. */
function partsOf(lines: readonly MarkdownLine[]): ReadonlyMap<number, Part> {
  const found = new Map<number, Part>(letterItems(lines));
  const places = [...lines.keys()].filter((place) => lines[place]!.role !== 'apart');
  const set = places.map((place) => lines[place]!);
  const measured = measure(set);
  const clauses = clausesAmong(set, measured);
  const titles = statuteTitles(set, measured);
  for (const at of clauses) {
    const [place, title] = [places[at]!, titles.get(at)];
    const isTitle = title && isAboveText(lines, place, title.length);
    if (isTitle) found.set(place, { type: 'title', length: title.length, depth: title.depth });
    else if (isWithin(lines, place)) found.set(place, { type: 'clause' });
  }
  return found;
}

/** Returns the places of the lines of text whose number is one in a sequence of clauses. */
function clausesAmong(lines: readonly MarkdownLine[], measure: Measure): number[] {
  const chain = new NumberChain();
  const begun: number[] = [];
  lines.forEach(({ text, role }, place) => {
    const number = role === 'item' ? null : clauseNumberOf(text);
    if (!number || !isAfterEnd(lines, place, measure)) return;
    chain.add(number, place);
    if (isOpening(number)) chain.linked.add(place);
    if (role === 'text') begun.push(place);
  });
  return begun.filter((place) => chain.linked.has(place));
}

/** Whether a line goes on with what Markdown takes the line above it for. */
function isWithin(lines: readonly MarkdownLine[], place: number): boolean {
  const above = lines[place - 1];
  return above !== undefined && (above.role === 'text' || above.role === 'item');
}

/** Whether text stands close below a title of so many lines, which are not in a list. */
function isAboveText(lines: readonly MarkdownLine[], place: number, length: number): boolean {
  const title = lines.slice(place, place + length);
  if (title.length < length || title.some(({ role }) => role !== 'text')) return false;
  const below = lines[place + length];
  const isInList = lines[place]!.columns.some((column) => column <= lines[place]!.indent);
  return !isInList && below !== undefined && (below.role === 'text' || below.role === 'item');
}

/** Returns the items with letters that follow each other between blank lines. */
function letterItems(lines: readonly MarkdownLine[]): [number, Part][] {
  const items: [number, Part][] = [];
  for (let start = 0; start < lines.length; start++) {
    const chain = new LetterChain();
    let end = start;
    for (; lines[end] && lines[end]!.role !== 'apart'; end++) {
      if (lines[end]!.role === 'text') chain.add(lines[end]!.text, end);
    }
    for (const [place, { kind }] of chain.inSequence()) {
      items.push([place, { type: 'item', sign: kind }]);
    }
    start = end;
  }
  return items;
}

/** Writes the lines with what sets their parts apart. */
function written(lines: readonly MarkdownLine[], parts: ReadonlyMap<number, Part>): string {
  const writer = new PartWriter();
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!;
    const part = parts.get(place);
    if (!part) writer.line(line);
    else if (part.type === 'item') writer.item(line, part.sign);
    else if (part.type === 'clause') writer.clause(line);
    else {
      writer.title(lines.slice(place, place + part.length), part.depth);
      place += part.length - 1;
    }
  }
  return writer.source();
}

class PartWriter {
  private readonly lines: string[] = [];
  /** The level of the heading that untyped ones are below. */
  private level = 1;
  private open: { sign: string; column: number }[] = [];
  /** Whether a clause has ended the lists that Markdown takes the lines below it for. */
  private isOutOfLists = false;

  line(line: MarkdownLine): void {
    if (line.role !== 'text') this.open = [];
    if (line.role === 'item' || isBlank(line.raw)) this.isOutOfLists = false;
    if (line.role === 'heading') this.level = levelBelow(line);
    this.lines.push(line.raw);
  }

  title(lines: readonly MarkdownLine[], depth: number): void {
    const words = lines.map(({ raw }) => withoutBreak(raw).trim()).join(' ');
    this.apart(`${'#'.repeat(Math.min(6, this.level + depth))} ${words}`);
    this.isOutOfLists = true;
  }

  clause(line: MarkdownLine): void {
    const column = line.columns.findLast((each) => each <= line.indent) ?? 0;
    this.apart(' '.repeat(column) + line.raw.trimStart());
    this.isOutOfLists = column === 0;
  }

  item({ raw, columns }: MarkdownLine, sign: string): void {
    this.endLine();
    this.open = withSign(this.open, sign, this.isOutOfLists ? 0 : (columns.at(-1) ?? 0));
    this.lines.push(`${' '.repeat(this.open.at(-1)!.column)}- ${raw.trim()}`);
  }

  source(): string {
    return this.lines.join('\n');
  }

  private apart(line: string): void {
    this.endLine();
    this.open = [];
    this.lines.push('', line);
  }

  /** Takes the sign of a break off the line above, which would show where nothing follows. */
  private endLine(): void {
    const above = this.lines.pop();
    if (above !== undefined) this.lines.push(withoutBreak(above));
  }
}

function withoutBreak(raw: string): string {
  return raw.replace(/\\$/, '');
}

/** Returns the open letters with this one: beside the others of its sign, or below all. */
function withSign(open: readonly { sign: string; column: number }[], sign: string, column: number) {
  const same = open.findIndex((item) => item.sign === sign);
  if (same >= 0) return open.slice(0, same + 1);
  const above = open.at(-1);
  return [...open, { sign, column: above ? above.column + 2 : column }];
}

/** Returns the level of a typed heading that others are below; of a clause, that above it. */
function levelBelow({ raw, text }: MarkdownLine): number {
  const typed = /#+/.exec(raw)![0].length;
  return clauseNumberOf(text) ? Math.max(1, typed - 1) : typed;
}
