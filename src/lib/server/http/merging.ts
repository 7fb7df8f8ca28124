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

/** The values that are saved now, by the fields of the form that edits them. */
export type Saved = {
  revision: number;
  fields: Fields;
  /** Who saved it last, and when, if known. */
  by?: string | null;
  at?: Date | null;
  /** Returns the name to show for a field; null for that in the form. */
  nameOf?: (field: string) => string | null;
  /** Returns what to show for a value, such as the name for an id; null or undefined for the value. */
  wordFor?: (field: string, value: string) => string | null | undefined;
  /** Returns whether what the field was about has been deleted. */
  isGone?: (field: string) => boolean;
  /** The typed values under the present names of their fields, if those have changed. */
  typed?: Fields;
};

/** Reads what is saved now for a form with the typed values. */
export type ReadSaved = (context: Context, typed: Fields) => Promise<Saved>;

/** What a form was made from: the revision, and as `base` a digest of each field's value. */
export type Made = { revision: number; base: string };

/** Returns what a form made from the saved values has in its hidden fields. */
export function madeFrom({ revision, fields }: Pick<Saved, 'revision' | 'fields'>): Made {
  const digests = Object.entries(fields).map(([name, value]) => [name, digestOf(value)]);
  return { revision, base: new URLSearchParams(digests).toString() };
}

/** In characters: enough to tell the values of one field apart. A forged one harms only its sender. */
const digestLength = 16;

const digestOf = (value: FieldValue) =>
  createHash('sha256').update(normalizeValue(value)).digest('base64url').slice(0, digestLength);

/**
 * Returns how each field of a sent form differs from what is saved now. Fields that the form does not
 * have, such as those of other pages of a review, are left out.
 */
function statesOf(saved: Saved, typed: Fields) {
  const base = basesIn(typed);
  const own = Object.entries(saved.fields).filter(
    ([name]) => base.has(name) || Object.hasOwn(typed, name)
  );
  return compareFields(baseOf(typed), Object.fromEntries(own), typed);
}

/** Returns a function that tells whether a field's value is the one that the form was made from. */
function baseOf(typed: Fields) {
  const base = basesIn(typed);
  return (name: string, value: FieldValue) => base.get(name) === digestOf(value);
}

/** Returns whether a field's value is the one that the form with this `base` was made from. */
export const isAsMade = (base: string, field: string, value: FieldValue) =>
  baseOf({ base })(field, value);

const basesIn = (typed: Fields) => new Map(new URLSearchParams(textOf(typed.base)));

/**
 * Returns the fields to save of a form that was shown beside a newer revision: those that were chosen,
 * with that revision. Null if it was not, if there is a still newer revision, or if a choice is
 * missing; the form then keeps the revision that it was made from.
 */
export async function findMergedFields(
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
 * Returns the saved fields with the newer revision if all values of a form of an older revision are
 * saved already: it was sent twice, or somebody else saved the same. Null if a value differs, or if
 * the form has only some of the saved fields.
 */
export async function findSavedAlready(
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
 * Returns the saved values that differ from the typed ones, and the values for the form's fields: the
 * saved one where only somebody else has changed it, else the typed one. Returns neither if the saved
 * values can no longer be read, or are of the form's own revision.
 */
export async function compareWithSaved(
  context: Context,
  readSaved: ReadSaved,
  sent: Fields
): Promise<{ savedMeanwhile?: SavedMeanwhile; values?: Fields }> {
  const saved = await readUnlessGone(context, readSaved, sent);
  const typed = saved?.typed ?? sent;
  if (!saved || textOf(typed.revision) === String(saved.revision)) return {};
  const { revision, fields, by = null, at = null } = saved;
  const differing = differingFields(saved, typed);
  const taken = differing.filter(({ state }) => state === 'theirs').map(({ field }) => field);
  const values = { ...typed, ...Object.fromEntries(taken.map((field) => [field, fields[field]!])) };
  return {
    savedMeanwhile: { revision, by, at, fields: differing, gone: goneFields(saved, typed) },
    values
  };
}

/** Returns what is saved, or null if it can no longer be read. */
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
    const isLong = state === 'both' && Math.min(mine.length, theirs.length) >= minComparedLength;
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

/** In characters: shorter texts are read faster than their differences. */
const minComparedLength = 80;

const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
