import type { Finding } from './problems.ts';
import { replaceShortcodes } from './emoji.ts';

/**
 * Returns Discourse's Markdown as common Markdown: shortcodes as emoji, typed bullets as list
 * items, and images and files that were not exported as links. Code is left as it is. `findings`
 * has what could not be converted.
 */
export function convertMarkup(markdown: string): { markdown: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const tidy = markdown
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? part : convertProse(part, findings)))
    .join('');
  return { markdown: tidy.trim(), findings };
}

const CODE = /(^ {0,3}```[^]*?(?:^ {0,3}```|(?![^]))|`[^`\n]+`)/m;

function convertProse(prose: string, findings: Finding[]): string {
  for (const [mark] of prose.matchAll(UNSUPPORTED)) {
    findings.push({ problem: 'markupUnread', detail: mark });
  }
  const { text, unknown } = replaceShortcodes(prose);
  findings.push(...unknown.map((detail) => ({ problem: 'emojiUnknown' as const, detail })));
  return text
    .replace(BULLET, '$1- ')
    .replace(PICTURE_TAG, '![]($1)')
    .replace(LINK, (...match) => convertLink(match, findings));
}

/** Markup of Discourse and its plugins that has no equivalent in Markdown. */
const UNSUPPORTED = /\[(?:poll|details|spoiler|date|date-range|wrap|event|chat|grid)\b[^\]\n]*\]/g;

/** Bullets as pasted from a word processor. */
const BULLET = /^( *)[•‣▪] +/gm;

/** An HTML image whose address works in the old forum only. */
const PICTURE_TAG = /<img\b[^<>]*\ssrc=["']((?:upload:|\/)[^"'\s)]+)["'][^<>]*>/gi;

const LINK = /(!?)\[([^\][\n]*)\]\(([^)\s]+)(?: "[^"\n]*")?\)/g;

/**
 * Converts a link or an image. `![name|690x388](upload://…)` is an image,
 * `[name|attachment](upload://…)` a file.
 */
function convertLink(match: readonly string[], findings: Finding[]): string {
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
