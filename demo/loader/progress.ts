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

/** Returns the block and the passage of the place, or null for both if there is no place. */
export function locate(progress: Progress, version: number, place: DemoPlace | undefined) {
  if (!place) return { blockId: null, passage: null };
  const { blockId, text } = findBlock(progress, version, place.block);
  if (!place.quote) return { blockId, passage: null };
  return { blockId, passage: { words: place.quote, near: text.indexOf(place.quote) } };
}
