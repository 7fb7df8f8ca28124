import * as v from 'valibot';
import { partyKinds } from '#lib/domain/hearing/enums.ts';
import { count, deed, moment, outcome, place } from './shared.ts';

const invitedParty = v.strictObject({
  kind: v.picklist(partyKinds),
  name: v.string(),
  /** The slug, if the party is a region. */
  region: v.optional(v.string())
});

const theme = v.strictObject({
  key: v.string(),
  title: v.string(),
  /** The summary for the report; may be missing while the working group is still answering. */
  summary: v.optional(v.string())
});

/** hearing.json: the period, who was invited, and the themes of the answers. */
export const hearingFile = v.strictObject({
  /** The number of the version that is heard. */
  version: count,
  opened: deed,
  closes: moment,
  /** Why the period is shorter than the minimum; only if it is. */
  shortReason: v.optional(v.string()),
  /** Missing while the hearing is open. */
  closed: v.optional(deed),
  invited: v.array(invitedParty),
  themes: v.array(theme),
  /** When all answers were published; missing while the working group is still answering. */
  answersPublished: v.optional(deed)
});

/** A letter to the working group, entered by the working group. */
const letter = v.strictObject({
  key: v.string(),
  /** The name of an invited party, or of anybody else who wrote. */
  from: v.string(),
  received: moment,
  entered: deed,
  /** True if the letter came after the hearing had closed. */
  late: v.optional(v.boolean()),
  body: v.string(),
  on: v.optional(place),
  outcome: v.optional(outcome)
});
export type DemoLetter = v.InferOutput<typeof letter>;

/** letters.json: the letters received in the round. */
export const lettersFile = v.array(letter);
