/** Step 5 of plain text: bullets that a PDF has apart from the texts of their items. */
import { endsSentence, isAllCapitals, startsSmall } from './lines.ts';
import type { Line, Measure } from './lines.ts';
import { isBulletAlone } from './pieces.ts';

/** A line so much shorter than the others is the last of its item. */
const SHORT = 0.6;

/**
 * Returns lines without the bullets that stand alone, each of them put before the text of its item
 * instead: of so many bullets below each other the first belongs to the line below them, and each
 * further one to the next line that begins after the end of a sentence or below a short line. If
 * there are more bullets than such lines, the others belong to the lines above which most room was
 * left. A line in small letters goes on with the item at the end of the page before.
 */
export function withBulletsInPlace(lines: readonly Line[], measure: Measure): Line[] {
  const placed: Line[] = [];
  for (let place = 0; place < lines.length;) {
    const bullets = runOf(lines, place, ({ text }) => isBulletAlone(text));
    place += bullets.length;
    const texts = runOf(lines, place, ({ text }) => !isBulletAlone(text));
    place += texts.length;
    placed.push(...withBullets(texts, bullets, placed.at(-1), measure));
  }
  return placed;
}

/** Returns the lines from a place on that are such lines. */
function runOf(lines: readonly Line[], start: number, isSuch: (line: Line) => boolean): Line[] {
  let end = start;
  while (end < lines.length && isSuch(lines[end]!)) end++;
  return lines.slice(start, end);
}

function withBullets(
  texts: readonly Line[],
  bullets: readonly Line[],
  above: Line | undefined,
  measure: Measure
): Line[] {
  if (bullets.length === 0) return [...texts];
  const begins = beginsOfItems(texts, bullets.length, above, measure);
  const bulletOf = new Map(begins.map((place, at) => [place, bullets[at]]));
  return texts.map((line, place) => {
    const bullet = bulletOf.get(place);
    if (bullet) return withBullet(line, bullet, place === 0);
    return place === 0 ? { ...line, gap: bullets[0]!.gap } : line;
  });
}

/** Returns the places of the lines that items begin with, as many as there are bullets at most. */
function beginsOfItems(
  texts: readonly Line[],
  count: number,
  above: Line | undefined,
  measure: Measure
): number[] {
  const end = texts.findIndex(({ text }) => isAllCapitals(text));
  const list = end < 0 ? texts : texts.slice(0, end);
  const isOn = above && list[0] && startsSmall(list[0].text) && !/[.!?:]$/.test(above.text);
  const sure = list.length > 0 && !isOn ? [0] : [];
  const rivals: number[] = [];
  for (let place = 1; place < list.length && sure.length < count; place++) {
    const [previous, line] = [list[place - 1]!, list[place]!];
    if (beginsItem(previous, line, measure)) sure.push(place);
    else if (!startsSmall(line.text)) rivals.push(place);
  }
  const missing = count - sure.length;
  const room = (place: number) => list[place - 1]!.text.length;
  const others = rivals.sort((one, other) => room(one) - room(other)).slice(0, missing);
  return [...sure, ...others].sort((one, other) => one - other);
}

/** Returns a line with a bullet before it, which the first of a list takes its gap from. */
function withBullet(line: Line, bullet: Line, isFirst: boolean): Line {
  return { ...line, text: `${bullet.text} ${line.text}`, gap: isFirst ? bullet.gap : line.gap };
}

function beginsItem(previous: Line, line: Line, { width }: Measure): boolean {
  if (startsSmall(line.text)) return false;
  return endsSentence(previous.text) || previous.text.length < width * SHORT;
}
