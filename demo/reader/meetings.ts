import * as v from 'valibot';
import { deed, memberName, moment, outcome, place } from './shared.ts';

/** Says something about one change of a rewrite. */
const change = v.strictObject({
  /** The text in which the words of `block` occur, in exactly one block. */
  side: v.picklist(['draft', 'rewrite']),
  block: v.string(),
  reason: v.optional(v.string()),
  likes: v.optional(v.array(memberName)),
  outcome: v.optional(outcome)
});
export type DemoChange = v.InferOutput<typeof change>;

/** The text that the region proposes; it is in the file rewrite-<key of the meeting>.md. */
const rewrite = v.strictObject({
  posted: deed,
  /** The headings of the sections that the meeting considered, or the whole text. */
  scope: v.union([v.literal('whole'), v.array(v.string())]),
  /** What the region says before its text. */
  foreword: v.optional(v.string()),
  changes: v.array(change),
  /** The outcome of every change that has none in `changes`. */
  otherChanges: v.optional(outcome)
});

const remark = v.strictObject({
  key: v.string(),
  body: v.string(),
  on: v.optional(place),
  outcome: v.optional(outcome)
});

const meeting = v.strictObject({
  key: v.string(),
  /** The slug of the region. */
  region: v.string(),
  held: moment,
  place: v.string(),
  attendance: v.pipe(v.number(), v.integer(), v.minValue(0)),
  minutes: v.string(),
  entered: deed,
  /** True if the working group entered the meeting for the region. */
  onBehalf: v.optional(v.boolean()),
  rewrite: v.optional(rewrite),
  remarks: v.optional(v.array(remark))
});

type Meeting = v.InferOutput<typeof meeting>;
/** A rewrite together with its text. */
export type DemoRewrite = v.InferOutput<typeof rewrite> & { markdown: string };
export type DemoMeeting = Omit<Meeting, 'rewrite'> & { rewrite?: DemoRewrite };

/** meetings.json: the regional meetings, with their rewrites and remarks. */
export const meetingsFile = v.array(meeting);
