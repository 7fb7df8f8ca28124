import type { DemoDocument } from '../reader/read.ts';
import type { DemoPlace } from '../reader/shared.ts';
import type { Calendar } from './calendar.ts';

/** A block of a published version. */
export type LoadedBlock = { blockId: string; number: number | null; text: string };

/** A document that is being loaded, and what has been created of it so far, for later actions. */
export type Progress = {
  document: DemoDocument;
  calendar: Calendar;
  /** The ids of the regions, by slug. */
  regionIds: ReadonlyMap<string, string>;
  documentId: string;
  /** The blocks of each published version, by its number. */
  blocks: Map<number, LoadedBlock[]>;
  /** What each input belongs to, by the input's key. */
  sources: Map<string, InputSource>;
  /** The ids of the changes that the content does not name, by the key of the meeting. */
  otherChangeIds: Map<string, string[]>;
  /** The ids of the themes, by key. */
  themeIds: Map<string, string>;
};

/** What an input belongs to, or the input's number. */
export type InputSource =
  { commentId: string } | { changeId: string } | { remarkId: string } | { number: number };

/** Returns the first block of the version in which the words occur. Throws if there is none. */
export function findBlock(progress: Progress, version: number, words: string): LoadedBlock {
  const found = progress.blocks.get(version)?.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`${progress.document.slug}: no block with "${words}"`);
  return found;
}

/** How many characters before and after a quote are stored with it, to find it again. */
const contextLength = 32;

/** Returns the block and the quote of the place, or null for both if there is no place. */
export function locate(progress: Progress, version: number, place: DemoPlace | undefined) {
  if (!place) return { blockId: null, quote: null };
  const { blockId, text } = findBlock(progress, version, place.block);
  if (!place.quote) return { blockId, quote: null };
  const start = text.indexOf(place.quote);
  const end = start + place.quote.length;
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  const suffix = text.slice(end, end + contextLength);
  return { blockId, quote: { exact: place.quote, prefix, suffix, start, end } };
}
