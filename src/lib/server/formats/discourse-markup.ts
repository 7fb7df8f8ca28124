import type { Finding } from './discourse-problems.ts';
import { writeEmoji } from './emoji.ts';

/**
 * Makes Discourse's Markdown everybody's: emoji for shortcodes, list marks for typed bullets, links
 * in place of pictures and files that stayed behind. Code is left alone. Names what it could not.
 */
export function tidyMarkup(markdown: string): { markdown: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const tidy = markdown
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? part : tidyProse(part, findings)))
    .join('');
  return { markdown: tidy.trim(), findings };
}

const CODE = /(^ {0,3}```[^]*?(?:^ {0,3}```|(?![^]))|`[^`\n]+`)/m;

function tidyProse(prose: string, findings: Finding[]): string {
  for (const [mark] of prose.matchAll(UNREAD)) {
    findings.push({ problem: 'markupUnread', detail: mark });
  }
  const { text, unknown } = writeEmoji(prose);
  findings.push(...unknown.map((detail) => ({ problem: 'emojiUnknown' as const, detail })));
  return text
    .replace(BULLET, '$1- ')
    .replace(PICTURE_TAG, '![]($1)')
    .replace(LINK, (...match) => tidyLink(match, findings));
}

/** Marks of Discourse and its plugins that Markdown has no word for. */
const UNREAD = /\[(?:poll|details|spoiler|date|date-range|wrap|event|chat|grid)\b[^\]\n]*\]/g;

/** Bullets as they come along from a word processor. */
const BULLET = /^( *)[•‣▪] +/gm;

/** A picture typed as HTML whose address works in the old forum only. */
const PICTURE_TAG = /<img\b[^<>]*\ssrc=["']((?:upload:|\/)[^"'\s)]+)["'][^<>]*>/gi;

const LINK = /(!?)\[([^\][\n]*)\]\(([^)\s]+)(?: "[^"\n]*")?\)/g;

/** `![name|690x388](upload://…)` is a picture, `[name|attachment](upload://…)` a file. */
function tidyLink(match: readonly string[], findings: Finding[]): string {
  const [whole, picture, label, address] = match as [string, string, string, string];
  const [name, size] = label.split('|') as [string, string?];
  const isHere = /^(?:https?:|mailto:|#)/i.test(address);
  if (isHere) return picture && size ? `![${name}](${address})` : whole;
  if (!/^(?:upload:|\/)/.test(address)) return whole;
  findings.push({ problem: problemOf(picture, size, address), detail: address });
  return `[${name || address}](${address})`;
}

function problemOf(picture: string, size: string | undefined, address: string) {
  if (picture !== '' && !/^(?:video|audio)$/.test(size ?? '')) return 'imageNotIncluded';
  return address.startsWith('/') ? 'relativeLink' : 'attachmentNotIncluded';
}
