import * as v from 'valibot';
import { audiences, documentStates, levels } from '#lib/domain/hearing/enums.ts';
import { commentsFile } from './comments.ts';
import { deed, memberName, moment } from './shared.ts';

/** A published version; its text is in the file version-<number>.md. */
const version = v.strictObject({
  published: deed,
  /** What the working group says about the version, in a sentence. */
  note: v.string()
});

/** document.json: what the document is, its versions in order, and the state it ends in. */
export const documentFile = v.strictObject({
  title: v.string(),
  /** One or two sentences for lists and the front page. */
  summary: v.string(),
  policyArea: v.string(),
  level: v.picklist(levels),
  /** The slug of the region, if the level is region. */
  region: v.optional(v.string()),
  audience: v.picklist(audiences),
  workingGroup: v.array(memberName),
  proposers: v.array(memberName),
  /** Who else was involved, as they wish to be named; not necessarily members. */
  involved: v.array(v.string()),
  created: deed,
  /** The state of the document when everything in its folder has happened. */
  state: v.picklist(documentStates),
  versions: v.array(version)
});

/**
 * call.json: a call for input before there is a draft. Its inputs have no place, and are answered in
 * the first round, under the themes of that round.
 */
export const callFile = v.strictObject({
  opened: deed,
  closes: moment,
  closed: deed,
  question: v.string(),
  inputs: commentsFile
});
export type DemoCall = v.InferOutput<typeof callFile>;

/** A version together with its number, from 1, and its text. */
export type DemoVersion = v.InferOutput<typeof version> & { number: number; markdown: string };
