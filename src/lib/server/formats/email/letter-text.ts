import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { escapeText } from '#lib/domain/document/blocks/write.ts';
import { splitEmailTail, splitMarkdownTail } from './email-tail.ts';

/** What a letter says, and what its mail program wrote below it. */
export type LetterText = {
  /** In Markdown; lines that were broken for the screen are joined. */
  markdown: string;
  /** As it was typed: the quoted mail, a signature, the name of a phone; '' if there is none. */
  tail: string;
};

/**
 * Reads a letter as it was typed or pasted, in plain text or in Markdown. Nothing is lost: all its
 * words are in the text or in the tail.
 */
export function readLetterText(typed: string): LetterText {
  const body = typed.replaceAll('\r\n', '\n');
  const plain = splitEmailTail(body);
  const { text, tail } = plain.tail === '' ? splitMarkdownTail(body) : plain;
  return { markdown: wordsOf(text), tail: tail.trim() };
}

/** Returns a letter's text as Markdown: its greeting and its close line by line, the rest as prose. */
function wordsOf(text: string): string {
  const isMarkdown = asMarkdown(text) === text;
  if (isMarkdown) return text;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = GREETING.test(lines[first]!) ? first + 1 : first;
  const end = closeOf(lines, start);
  const parts = [
    lineByLine(lines.slice(first, start)),
    asMarkdown(lines.slice(start, end).join('\n')).trim(),
    lineByLine(lines.slice(end))
  ];
  return parts.filter(Boolean).join('\n\n');
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
