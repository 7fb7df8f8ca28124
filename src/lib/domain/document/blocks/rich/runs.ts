/** Step 4 of rich text: the words of a block as Markdown. */
import { escapeInline } from '../write.ts';
import { plain, type Emphasis } from './styles.ts';

/** Words that are set alike, or Markdown that is written already, as the reference of a footnote. */
export interface Run extends Emphasis {
  readonly text: string;
  readonly written: boolean;
}

/** Returns runs as Markdown of one block, with a mark for each break. `bare` leaves emphasis out. */
export function writeRuns(runs: readonly Run[], { bare = false } = {}): string {
  const merged = mergeAlike(bare ? runs.map(withoutEmphasis) : runs);
  const spaced = merged.map((run) => ({ ...run, text: run.text.replace(/[^\S\n\u00a0]+/g, ' ') }));
  const markdown = spaced.map((run, place) =>
    writeRun(run, spaced[place - 1]?.text.at(-1) ?? '', spaced[place + 1]?.text[0] ?? '')
  );
  return markdown
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/\n+/g, '\\\n');
}

function withoutEmphasis(run: Run): Run {
  return run.written ? run : { ...plain, tag: run.tag, text: run.text, written: false };
}

function mergeAlike(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && isAlike(last, run))
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

/** Whether two runs are set alike; spaces take on how the words before them are set. */
function isAlike(one: Run, other: Run): boolean {
  if (one.written || other.written) return false;
  if (one.href !== other.href) return false;
  if (other.text.trim() === '' && !other.text.includes('\n')) return true;
  return (['bold', 'italic', 'struck', 'tag'] as const).every((each) => one[each] === other[each]);
}

const LETTER = /[\p{L}\p{N}]/u;

/** Writes a run, its emphasis on its words only. `before` and `after` are the letters around it. */
function writeRun(run: Run, before: string, after: string): string {
  if (run.written) return run.text;
  const words = run.text.trim();
  if (!words) return run.text;
  const first = run.text.indexOf(words);
  const [start, end] = [run.text.slice(0, first), run.text.slice(first + words.length)];
  const touches =
    (!start && LETTER.test(before) && LETTER.test(words[0]!)) ||
    (!end && LETTER.test(after) && LETTER.test(words.at(-1)!));
  let written = escapeInline(words);
  if (run.tag) written = `<${run.tag}>${written}</${run.tag}>`;
  if (run.struck) written = `~~${written}~~`;
  if (run.italic) written = touches ? `<em>${written}</em>` : `*${written}*`;
  if (run.bold) written = touches ? `<strong>${written}</strong>` : `**${written}**`;
  return start + (run.href ? writeLink(written, words, run.href) : written) + end;
}

function writeLink(written: string, words: string, href: string): string {
  if (words === href || `mailto:${words}` === href) return `<${words}>`;
  return `[${written.replace(/[[\]]/g, '\\$&')}](<${href.replace(/[\s<>\\]/g, encodeURIComponent)}>)`;
}
