import type { DemoDocument, DemoPlace } from './content/index.ts';
import type { Calendar } from './happening.ts';

/** A block of a published version. */
export type ToldBlock = { blockId: string; number: number | null; text: string };

/** A document while it is told: what has been made of it so far, for what happens later. */
export type Story = {
  document: DemoDocument;
  calendar: Calendar;
  /** By slug. */
  regions: ReadonlyMap<string, string>;
  documentId: string;
  /** By the number of the version. */
  blocks: Map<number, ToldBlock[]>;
  /** By key. */
  inputs: Map<string, Said>;
  /** The ids of a rewrite's changes that nothing is said of one by one, by the key of its meeting. */
  otherChanges: Map<string, string[]>;
  /** By key. */
  themes: Map<string, string>;
};

/** The thing behind an input, or the number that it was given. */
export type Said =
  { commentId: string } | { changeId: string } | { remarkId: string } | { number: number };

/** The block of the version in which the snippet stands. */
export function blockAt(story: Story, version: number, snippet: string): ToldBlock {
  const found = story.blocks.get(version)?.find(({ text }) => text.includes(snippet));
  if (!found) throw new Error(`${story.document.slug}: no block with "${snippet}"`);
  return found;
}

/** How much stands around a quote, to know it again by. */
const context = 32;

/** The block and the passage that a place names; nothing of both for the whole. */
export function placeOf(story: Story, version: number, on: DemoPlace | undefined) {
  if (!on) return { blockId: null, quote: null };
  const { blockId, text } = blockAt(story, version, on.block);
  if (!on.quote) return { blockId, quote: null };
  const start = text.indexOf(on.quote);
  const end = start + on.quote.length;
  const prefix = text.slice(Math.max(0, start - context), start);
  const suffix = text.slice(end, end + context);
  return { blockId, quote: { exact: on.quote, prefix, suffix, start, end } };
}
