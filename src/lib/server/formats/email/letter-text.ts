import { readTyped } from '#lib/domain/document/blocks/read-text.ts';
import { escapeText } from '#lib/domain/document/blocks/write.ts';
import { splitEmailTail, splitMarkdownTail } from './email-tail.ts';
import { cutForwardHead } from './forwarded-mail.ts';

/** What a letter says, and what its mail program wrote below it. */
export type LetterText = {
  /** In Markdown; lines that were broken for the screen are joined. */
  markdown: string;
  /**
   * As it was typed: the head of a forwarded mail, numbers and heads of pages, the quoted mail, a
   * signature, the name of a phone; '' if there is none.
   */
  tail: string;
};

/**
 * Reads a letter as it was typed or pasted, in plain text or in Markdown. Nothing is lost: all its
 * words are in the text or in the tail.
 */
export function readLetterText(typed: string): LetterText {
  const { text: body, head } = cutForwardHead(typed.replaceAll('\r\n', '\n'));
  const plain = splitEmailTail(body);
  const { text, tail } = plain.tail === '' ? splitMarkdownTail(body) : plain;
  const { markdown, setAside } = readWords(text);
  const aside = setAside.map((line) => line.text).join('\n');
  return { markdown, tail: [head, aside, tail.trim()].filter(Boolean).join('\n\n') };
}

type Words = ReturnType<typeof readTyped>;

/** Reads what a person wrote; what is quoted between its paragraphs is read for itself. */
function readWords(text: string): Words {
  const bare = text.replace(QUOTED, '');
  if (bare === text) return readProse(text);
  if (readTyped(bare).markdown === bare) return { markdown: text, setAside: [] };
  const runs = runsOf(text.split('\n')).map(({ depth, lines }) => {
    const { markdown, setAside } = depth === 0 ? readProse(lines) : readTyped(lines);
    return { markdown: quote(markdown.trim(), depth), setAside };
  });
  return {
    markdown: runs.flatMap(({ markdown }) => markdown || []).join('\n\n'),
    setAside: runs.flatMap(({ setAside }) => setAside)
  };
}

function quote(markdown: string, depth: number): string {
  return markdown === '' ? '' : markdown.replace(/^/gm, '> '.repeat(depth));
}

/** The marks before a line that is quoted; what is quoted more than ten times over is text. */
const QUOTED = /^ {0,3}(?:> ?){1,10}/gm;

/** Returns lines that are quoted equally often together, without the marks; blank ones go with any. */
function runsOf(lines: readonly string[]): { depth: number; lines: string }[] {
  const runs: { depth: number; lines: string[] }[] = [];
  for (const line of lines) {
    const bare = line.replace(QUOTED, '');
    const depth = line.slice(0, line.length - bare.length).replaceAll(/[^>]/g, '').length;
    const last = runs.at(-1);
    if (last && (last.depth === depth || bare.trim() === '')) last.lines.push(bare);
    else runs.push({ depth, lines: [bare] });
  }
  return runs.map((run) => ({ depth: run.depth, lines: run.lines.join('\n') }));
}

/** Reads a letter's text: its greeting and its close line by line, the rest as prose. */
function readProse(text: string): Words {
  if (readTyped(text).markdown === text) return { markdown: text, setAside: [] };
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = GREETING.test(lines[first]!) ? first + 1 : first;
  const end = closeOf(lines, start);
  const { markdown, setAside } = readTyped(lines.slice(start, end).join('\n'));
  const parts = [
    lineByLine(lines.slice(first, start)),
    markdown.trim(),
    lineByLine(lines.slice(end))
  ];
  return { markdown: parts.filter(Boolean).join('\n\n'), setAside };
}

const GREETING =
  /^\s*(?:kære|hej|hejsa|god ?(?:dag|morgen|aften)|dear|hi|hello|hallo|liebe[rs]?|sehr geehrte[rs]?)(?![\p{L}\p{N}])[^.]{0,80}$/iu;
const CLOSE =
  /^\s*(?:(?:med |de |mange )?(?:venlig(?:st|e)?|kærlig(?:st|e)?|bedste|gode|mange|hjertelig(?:e)?) ?hilsner?|(?:med )?(?:venlig|kærlig|hjertelig) hilsen|hilsen|hilsner|m\.?v\.?h\.?|v\.?h\.?|kind regards|best regards|regards|yours \p{L}+|mit freundlichen grüßen)(?![\p{L}\p{N}])[^.!?]{0,60}$/iu;

/** Lines of names and titles below the close, and letters of each; more is text. */
const MOST_LINES = 8;
const MOST_LETTERS = 70;

/** Returns the place of the line that closes the letter, or the number of lines if none does. */
function closeOf(lines: readonly string[], start: number): number {
  const at = lines.findLastIndex((line, place) => place >= start && CLOSE.test(line));
  if (at < 0) return lines.length;
  const below = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const isText = below.some((line) => line.length > MOST_LETTERS || /[.!?]$/.test(line.trim()));
  return below.length > MOST_LINES || isText ? lines.length : at;
}

/** Returns lines as Markdown in which each stays a line. */
function lineByLine(lines: readonly string[]): string {
  const paragraphs = lines
    .join('\n')
    .trim()
    .split(/\n\s*\n/);
  const broken = (paragraph: string) =>
    paragraph
      .split('\n')
      .map((line) => escapeText(line.trim()))
      .join('\\\n');
  return paragraphs.map(broken).join('\n\n');
}
