import type { Finding } from './problems.ts';
import type { PostShape } from './schema.ts';
import { convertMarkup } from './markup.ts';
import { convertQuotations } from './quotations.ts';
import { plainText, splitEmailTail, splitMarkdownTail } from '../email/email-tail.ts';
import { cutForwardHead } from '../email/forwarded-mail.ts';
import { htmlToMarkdown, NestedTooDeep } from './html-to-markdown.ts';

/** A post as Markdown, the tail of its e-mail, and what could not be converted. */
export interface PostText {
  readonly markdown: string;
  readonly tail: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Returns the text of a post from the source that its author typed, or from the HTML if the file
 * has no source.
 */
export function readPostText(post: PostShape): PostText {
  try {
    const { text, tail, findings } = readBody(post);
    const tidy = convertMarkup(text);
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
  const { markdown, findings } = convertQuotations(text);
  return { text: markdown, tail, findings };
}

function readRaw(raw: string, { via_email }: PostShape): Body {
  if (!via_email) return { text: raw, tail: null };
  const { rest, elided } = extractElided(raw);
  if (rest.trim() === '') return { text: elided, tail: null };
  const { text: body, head } = cutForwardHead(rest);
  const { text, tail } = splitEmailTail(body);
  return { text, tail: joinTails(head, tail, elided) };
}

function readCooked({ cooked, via_email }: PostShape): Body {
  if (!via_email) return { text: htmlToMarkdown(cooked ?? ''), tail: null };
  const { rest, elided } = extractElided(cooked ?? '');
  if (rest.trim() === '') return { text: htmlToMarkdown(elided), tail: null };
  const { text: body, head } = cutForwardHead(htmlToMarkdown(rest));
  const { text, tail } = splitMarkdownTail(body);
  return { text, tail: joinTails(head, tail, plainText(htmlToMarkdown(elided))) };
}

/**
 * Returns the source without the parts that Discourse has folded away as an e-mail's tail, and
 * those parts.
 */
function extractElided(source: string): { rest: string; elided: string } {
  const elided: string[] = [];
  const rest = source.replace(ELIDED, (_, inside: string) => {
    elided.push(inside.trim());
    return '\n';
  });
  return { rest, elided: elided.join('\n\n') };
}

const ELIDED =
  /<details class=["']elided["']>\s*(?:<summary[^>]*>[^<]*<\/summary>)?([^]*?)<\/details>/g;

function joinTails(...tails: readonly string[]): string | null {
  const filled = tails.map((tail) => tail.replace(/^\s*\n/, '').trimEnd()).filter(Boolean);
  return filled.length > 0 ? filled.join('\n\n') : null;
}
