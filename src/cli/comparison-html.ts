import { inPlace } from '#lib/domain/document/comparison/comparison-sides.ts';
import type {
  ComparedRow,
  Comparison,
  Departure
} from '#lib/domain/document/comparison/comparison.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { numberOf } from '#lib/domain/document/marks.ts';
import type { Hunk } from '#lib/domain/document/diff/diff.ts';
import type { Say } from './messages.ts';

/** Returns the comparison as HTML, changes in place; every id begins with `prefix`. */
export function comparisonHtml(comparison: Comparison, say: Say, prefix = ''): string {
  const page: Page = { say, prefix, inserted: tags('ins', say), deleted: tags('del', say) };
  let html = '';
  for (const entry of comparison) {
    html += entry.type === 'row' ? rowHtml(entry, page) : departureHtml(entry, page);
  }
  return html;
}

interface Page {
  readonly say: Say;
  readonly prefix: string;
  readonly inserted: Tags;
  readonly deleted: Tags;
}

/** The HTML before and after marked words, with text for screen readers. */
interface Tags {
  readonly open: string;
  readonly close: string;
}

function tags(name: 'ins' | 'del', say: Say): Tags {
  const heard = (key: string) => `<span class="heard">${escape(say(key))}</span>`;
  return {
    open: `<${name}>${heard(`comparison_${name}_start`)}`,
    close: `${heard(`comparison_${name}_end`)}</${name}>`
  };
}

function rowHtml(row: ComparedRow, page: Page): string {
  const blocks = row.toBlocks.length > 0 ? row.toBlocks : row.fromBlocks;
  const side = row.toBlocks.length > 0 ? 'to' : 'from';
  const places = row.toBlocks.length > 0 ? row.to : row.from;
  const lists = side === 'to' ? inPlace(row.hunks) : row.hunks.map((hunk) => [hunk]);
  const label = labelHtml(row, page);
  let html = `<section class="row ${row.relation}">${label}`;
  blocks.forEach((block, at) => {
    const number = places[at]! + 1;
    const id = `${page.prefix}${side}${number}`;
    html += `<div class="block" id="${id}"><a class="n" href="#${id}">${number}</a>`;
    html += `${blockHtml(block, hunksHtml(lists[at] ?? [], page))}</div>`;
  });
  return `${html}</section>\n`;
}

/** Returns the row's relation in words; nothing if it is unchanged. */
function labelHtml(row: ComparedRow, { say, prefix }: Page): string {
  const words: string[] = [];
  if (row.moved) {
    const link = `<a href="#${prefix}from${row.from[0]! + 1}">`;
    words.push(`${link}${escape(say('comparison_moved_from', { number: numbers(row.from) }))}</a>`);
  }
  if (row.relation !== 'unchanged' && row.relation !== 'moved') {
    words.push(escape(say(`word_relation_${row.relation}`)));
  }
  if (row.relation === 'moved' && row.edited) words.push(escape(say('word_relation_edited')));
  words.push(...partsInWords(row, say).map(escape));
  if (row.reshaped) words.push(escape(say('comparison_reshaped')));
  const number = row.numberBefore ?? row.clauseBefore;
  if (number !== null) words.push(escape(say('comparison_number_before', { number })));
  if (row.remarked) words.push(escape(say('comparison_remarked')));
  if (!row.sure) words.push(`<strong>${escape(say('comparison_unsure'))}</strong>`);
  return words.length === 0 ? '' : `<p class="about">${words.join(' · ')}</p>`;
}

/** Returns in words where the parts of a row stand, or what a row is a part of. */
function partsInWords({ partOf, parts, to }: ComparedRow, say: Page['say']): string[] {
  const words: string[] = [];
  const add = (key: string, places: readonly number[]) => {
    if (places.length > 0) words.push(say(key, { number: numbers(places) }));
  };
  if (partOf !== undefined)
    add(to.length > 0 ? 'comparison_cut_from' : 'comparison_went_into', [partOf]);
  add('comparison_parts_stand', parts?.to ?? []);
  add('comparison_parts_from', parts?.from ?? []);
  return words;
}

function departureHtml({ from, to, fromBlocks }: Departure, { say, prefix }: Page): string {
  const link = `<a href="#${prefix}to${to[0]! + 1}">`;
  const words = `${link}${escape(say('comparison_moved_to', { number: numbers(to) }))}</a>`;
  const id = `${prefix}from${from[0]! + 1}`;
  const number = `<span class="n">(${from[0]! + 1})</span>`;
  const text = `<p class="gone">${escape(beginning(fromBlocks[0]?.text ?? ''))}</p>`;
  const block = `<div class="block" id="${id}">${number}${text}</div>`;
  return `<section class="row departure"><p class="about">${words}</p>${block}</section>\n`;
}

function numbers(places: readonly number[]): string {
  return places.map((place) => place + 1).join(', ');
}

/** In characters: enough to recognise a paragraph. */
const BEGINNING_LENGTH = 80;

function beginning(text: string): string {
  if (text.length <= BEGINNING_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', BEGINNING_LENGTH) + 1 || BEGINNING_LENGTH)}…`;
}

function blockHtml({ kind, level, marker }: Block, inner: string): string {
  if (kind === 'heading') return `<h${level}>${inner}</h${level}>`;
  if (kind === 'quotation') return `<blockquote>${inner}</blockquote>`;
  if (kind === 'code') return `<pre>${inner}</pre>`;
  if (marker === '') return `<p>${inner}</p>`;
  const mark = numberOf({ kind, level, marker }) ? marker : '•';
  return `<p class="item" style="--level:${level}">${escape(mark)} ${inner}</p>`;
}

function hunksHtml(hunks: readonly Hunk[], { inserted, deleted, say }: Page): string {
  let html = '';
  let fromBlock = hunks[0]?.fromBlock ?? 0;
  for (const hunk of hunks) {
    if (hunk.fromBlock > fromBlock) {
      html += `<span class="cut">¶<span class="heard"> ${escape(say('comparison_boundary_gone'))}</span></span> `;
      fromBlock = hunk.fromBlock;
    }
    if (hunk.type === 'equal') html += escape(hunk.to);
    else if (hunk.type === 'deleted') html += deleted.open + escape(hunk.from) + deleted.close;
    else html += inserted.open + escape(hunk.to) + inserted.close;
  }
  return html;
}

const SPECIAL = /[&<>"]/;

/** Returns the text with the special characters of HTML escaped. */
export function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
