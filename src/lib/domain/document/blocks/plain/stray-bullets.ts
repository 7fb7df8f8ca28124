/** Step 5 of plain text: bullets that a PDF has apart from the texts of their items. */
import { endsSentence, isAllCapitals, startsSmall } from './lines.ts';
import type { Line, Measure } from './lines.ts';
import { isBulletAlone } from './pieces.ts';

/** A line so much shorter than the others is the last of its item. */
const SHORT = 0.6;

/**
 * Returns lines without the bullets that stand alone, each of them put before the text of its item
 * instead: of so many bullets below each other the first belongs to the line below them, and each
 * further one to the next line that begins after the end of a sentence or below a short line.
 */
export function withBulletsInPlace(lines: readonly Line[], measure: Measure): Line[] {
  const placed: Line[] = [];
  let bullets: Line[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBulletAlone(line.text)) {
      bullets.push(line);
      isOpen = false;
      continue;
    }
    const previous = isOpen ? placed.at(-1) : undefined;
    if (isAllCapitals(line.text)) bullets = [];
    const bullet = !previous || beginsItem(previous, line, measure) ? bullets.shift() : undefined;
    placed.push(bullet ? withBullet(line, bullet, !previous) : line);
    isOpen = bullets.length > 0;
  }
  return placed;
}

/** Returns a line with a bullet before it, which the first of a list takes its gap from. */
function withBullet(line: Line, bullet: Line, isFirst: boolean): Line {
  return { ...line, text: `${bullet.text} ${line.text}`, gap: isFirst ? bullet.gap : line.gap };
}

function beginsItem(previous: Line, line: Line, { width }: Measure): boolean {
  if (startsSmall(line.text)) return false;
  return endsSentence(previous.text) || previous.text.length < width * SHORT;
}
