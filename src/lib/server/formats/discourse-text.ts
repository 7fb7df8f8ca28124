import type { Finding } from './discourse-problems.ts';
import type { PostShape } from './discourse-shape.ts';
import { tidyMarkup } from './discourse-markup.ts';
import { writeQuotations } from './discourse-quotations.ts';
import { splitTail } from './email-tail.ts';
import { htmlToMarkdown, NestedTooDeep } from './html-to-markdown.ts';

/** A post's words as Markdown, the tail of its mail, and what could not be taken over. */
export interface PostText {
  readonly markdown: string;
  readonly tail: string | null;
  readonly findings: readonly Finding[];
}

/** Takes what the author typed where the file has it, and else the HTML made of it. */
export function readPostText(post: PostShape): PostText {
  try {
    const { text, tail, findings } = readBody(post);
    const tidy = tidyMarkup(text);
    const all = [...findings, ...tidy.findings];
    if (tidy.markdown === '') all.push({ problem: 'postEmpty', detail: '' });
    return { markdown: tidy.markdown, tail, findings: all };
  } catch (error) {
    if (!(error instanceof NestedTooDeep)) throw error;
    return {
      markdown: '',
      tail: null,
      findings: [{ problem: 'postUnreadable', detail: 'cooked' }]
    };
  }
}

interface Body {
  readonly text: string;
  readonly tail: string | null;
}

function readBody(post: PostShape): Body & Pick<PostText, 'findings'> {
  if (!post.raw?.trim()) return { ...readCooked(post), findings: [] };
  const { text, tail } = readRaw(post.raw, post);
  const { markdown, findings } = writeQuotations(text);
  return { text: markdown, tail, findings };
}

function readRaw(raw: string, { via_email }: PostShape): Body {
  if (!via_email) return { text: raw, tail: null };
  const { rest, elided } = takeElided(raw);
  if (rest.trim() === '') return { text: elided, tail: null };
  const { text, tail } = splitTail(rest);
  return { text, tail: joinTails(tail, elided) };
}

function readCooked({ cooked, via_email }: PostShape): Body {
  if (!via_email) return { text: htmlToMarkdown(cooked ?? ''), tail: null };
  const { rest, elided } = takeElided(cooked ?? '');
  if (rest.trim() === '') return { text: htmlToMarkdown(elided), tail: null };
  const { text, tail } = splitMarkdownTail(htmlToMarkdown(rest));
  return { text, tail: joinTails(tail, plainText(htmlToMarkdown(elided))) };
}

/** Discourse folds away the tails it knows, in raw and cooked alike; they are tails here as well. */
function takeElided(source: string): { rest: string; elided: string } {
  const elided: string[] = [];
  const rest = source.replace(ELIDED, (_, inside: string) => {
    elided.push(inside.trim());
    return '\n';
  });
  return { rest, elided: elided.join('\n\n') };
}

const ELIDED =
  /<details class=["']elided["']>\s*(?:<summary[^>]*>[^<]*<\/summary>)?([^]*?)<\/details>/g;

/** The tail is told by plain lines, as `\>` and `-----` escaped are none; the lines are the same. */
function splitMarkdownTail(markdown: string): { text: string; tail: string } {
  const { text, tail } = splitTail(plainText(markdown));
  if (tail === '') return { text: markdown, tail };
  const kept = text.split('\n').length;
  return { text: markdown.split('\n').slice(0, kept).join('\n').trimEnd(), tail };
}

function plainText(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/ +$/gm, '');
}

function joinTails(...tails: readonly string[]): string | null {
  const filled = tails.map((tail) => tail.replace(/^\s*\n/, '').trimEnd()).filter(Boolean);
  return filled.length > 0 ? filled.join('\n\n') : null;
}
