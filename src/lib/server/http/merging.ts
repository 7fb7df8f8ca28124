import { createHash } from 'node:crypto';
import {
  compareFields,
  mergeFields,
  normalizeValue,
  type FieldValue,
  type Fields
} from '#lib/domain/merging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { DifferingField, SavedMeanwhile } from '#lib/domain/refused-form.ts';
import type { Context } from '../access/context.ts';
import { changesBetween } from '../queries/documents/draft-preview.ts';

/** What is saved now of what a form edits, by the names and in the words of the form's fields. */
export type Saved = {
  revision: number;
  fields: Fields;
  /** Who saved it last, and when, where that is known. */
  by?: string | null;
  at?: Date | null;
  /** A field's name where it is not the form's own, and a value as it is read where an id is sent. */
  nameOf?: (field: string) => string | null;
  wordFor?: (field: string, value: string) => string | null | undefined;
  /** Whether the field was of something that is not there any more. */
  isGone?: (field: string) => boolean;
  /** What was typed, where the names or places of its fields have changed with what was saved. */
  typed?: Fields;
};

/** Reads what is saved now for a form that was sent. */
export type ReadSaved = (context: Context, typed: Fields) => Promise<Saved>;

/** What a form carries of where it was made: the revision, and a digest of each field's value. */
export type Made = { revision: number; base: string };

/** What a form made from this carries in its hidden fields. */
export function madeFrom({ revision, fields }: Pick<Saved, 'revision' | 'fields'>): Made {
  const digests = Object.entries(fields).map(([name, value]) => [name, digestOf(value)]);
  return { revision, base: new URLSearchParams(digests).toString() };
}

/** Two values of one field are told apart by as much; whoever sends another only misleads themselves. */
const digestLength = 16;

const digestOf = (value: FieldValue) =>
  createHash('sha256').update(normalizeValue(value)).digest('base64url').slice(0, digestLength);

/**
 * The differing fields of a form that was sent, against what is saved now. A form of one page of
 * many holds only that page's fields: it is neither asked of the others, nor touches them.
 */
function statesOf(saved: Saved, typed: Fields) {
  const base = basesIn(typed);
  const own = Object.entries(saved.fields).filter(
    ([name]) => base.has(name) || Object.hasOwn(typed, name)
  );
  return compareFields(baseOf(typed), Object.fromEntries(own), typed);
}

/** Whether a value is the one that the form was made from. */
function baseOf(typed: Fields) {
  const base = basesIn(typed);
  return (name: string, value: FieldValue) => base.get(name) === digestOf(value);
}

/** The same of one field, by the base that its form carries. */
export const isAsMade = (base: string, field: string, value: FieldValue) =>
  baseOf({ base })(field, value);

const basesIn = (typed: Fields) => new Map(new URLSearchParams(textOf(typed.base)));

/**
 * What is to be saved of a form that was laid beside a newer revision: its fields and that
 * revision. Null where it was not, where another came meanwhile, or a choice is missing: the form
 * then stands on the revision that it was made from.
 */
export async function mergedFields(
  context: Context,
  readSaved: ReadSaved,
  sent: Fields
): Promise<Fields | null> {
  if (textOf(sent.newer) === '') return null;
  const saved = await readSaved(context, sent);
  const typed = saved.typed ?? sent;
  if (textOf(typed.newer) !== String(saved.revision)) return null;
  const choiceOf = (name: string) => {
    const chosen = typed[`keep-${name}`];
    return chosen === 'mine' || chosen === 'theirs' ? chosen : null;
  };
  const merged = mergeFields(statesOf(saved, typed), saved.fields, typed, choiceOf);
  return merged && { ...typed, ...merged, revision: String(saved.revision) };
}

/**
 * The fields as they are saved, with the newer revision, where all that a form on an older one says
 * is saved already: it was sent twice, or another has written the very same. Null where something
 * differs, or where the form holds no more than a part of what is saved.
 */
export async function savedAlready(
  context: Context,
  readSaved: ReadSaved,
  sent: Fields
): Promise<Fields | null> {
  const saved = await readUnlessGone(context, readSaved, sent);
  if (!saved) return null;
  const states = [...statesOf(saved, sent)];
  const isWhole = states.length > 0 && states.length === Object.keys(saved.fields).length;
  const isElsewhere = saved.typed !== undefined && saved.typed !== sent;
  if (!isWhole || isElsewhere || textOf(sent.revision) === String(saved.revision)) return null;
  const isSaved = states.every(
    ([name, state]) => state === 'same' || sent[`keep-${name}`] === 'theirs'
  );
  return isSaved ? { ...sent, ...saved.fields, revision: String(saved.revision) } : null;
}

/**
 * What somebody else saved laid beside what was typed, and the fields as the form then holds them.
 * Nothing where it cannot be read any more.
 */
export async function laidBeside(
  context: Context,
  readSaved: ReadSaved,
  sent: Fields
): Promise<{ beside?: SavedMeanwhile; values?: Fields }> {
  const saved = await readUnlessGone(context, readSaved, sent);
  const typed = saved?.typed ?? sent;
  if (!saved || textOf(typed.revision) === String(saved.revision)) return {};
  const { revision, fields, by = null, at = null } = saved;
  const differing = differingFields(saved, typed);
  const taken = differing.filter(({ state }) => state === 'theirs').map(({ field }) => field);
  const values = { ...typed, ...Object.fromEntries(taken.map((field) => [field, fields[field]!])) };
  return {
    beside: { revision, by, at, fields: differing, gone: goneFields(saved, typed) },
    values
  };
}

/** What is saved; null where it cannot be read any more. */
const readUnlessGone = (context: Context, readSaved: ReadSaved, sent: Fields) =>
  readSaved(context, sent).catch((thrown: unknown) => {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  });

function differingFields(saved: Saved, typed: Fields): DifferingField[] {
  const { fields, nameOf, wordFor } = saved;
  const shown = (field: string, value: FieldValue) =>
    [value]
      .flat()
      .map((each) => (each && wordFor?.(field, each)) || each)
      .join(', ');
  return [...statesOf(saved, typed)].flatMap(([field, state]): DifferingField[] => {
    if (state === 'same') return [];
    const [mine, theirs] = [shown(field, typed[field] ?? ''), shown(field, fields[field]!)];
    const isLong = state === 'both' && Math.min(mine.length, theirs.length) >= shortest;
    const changes = isLong ? changesBetween(theirs, mine) : null;
    const name = nameOf?.(field) ?? null;
    return [{ field, name, state, mine, theirs, changes }];
  });
}

function goneFields({ isGone }: Saved, typed: Fields): SavedMeanwhile['gone'] {
  const isBase = baseOf(typed);
  return Object.entries(typed).flatMap(([field, mine]) => {
    const isOwn = typeof mine === 'string' && mine.trim() !== '' && !isBase(field, mine);
    return isOwn && isGone?.(field) ? [{ field, mine }] : [];
  });
}

/** Shorter words are read faster than their differences. */
const shortest = 80;

const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
