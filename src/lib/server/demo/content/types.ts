import type {
  Audience,
  CommentKind,
  Disposition,
  DocumentState,
  Level,
  MemberRole,
  Outcome,
  PartyKind
} from '#lib/domain/hearing/words.ts';

/**
 * The shapes of the demo's content. Plain data: people are named by their full name, blocks by a
 * snippet of their text, days by their distance from today, so that a hearing is always going on.
 * content.test.ts holds that every name, snippet and quote is found.
 */

/** A time of Danish day: `{ day: -9, time: '19:42' }` is nine days ago at 19.42. */
export interface Moment {
  readonly day: number;
  readonly time: string;
}

/** Something that somebody did. */
export interface Deed {
  readonly at: Moment;
  readonly by: MemberName;
}

/** A full name of `DemoForum.members`; no two members have the same. */
export type MemberName = string;

export interface DemoForum {
  /** The made-up party. */
  readonly party: string;
  readonly regions: readonly DemoRegion[];
  readonly members: readonly DemoMember[];
  /** Named logins, one a role, for the printout at start. */
  readonly logins: readonly DemoLogin[];
  readonly documents: readonly DemoDocument[];
}

export interface DemoRegion {
  readonly slug: string;
  readonly name: string;
  readonly rapporteurs: readonly MemberName[];
}

export interface DemoMember {
  readonly name: MemberName;
  readonly email: string;
  /** A slug of `DemoForum.regions`. */
  readonly region: string;
  readonly roles?: readonly MemberRole[];
}

export interface DemoLogin {
  readonly role: 'administrator' | 'workingGroup' | 'rapporteur' | 'member' | 'politiskForum';
  readonly email: string;
}

export interface DemoDocument {
  readonly slug: string;
  readonly title: string;
  /** One or two sentences for lists and the front page. */
  readonly summary: string;
  readonly policyArea: string;
  readonly level: Level;
  /** A slug, where the level is region. */
  readonly region?: string;
  readonly audience: Audience;
  readonly workingGroup: readonly MemberName[];
  readonly proposers: readonly MemberName[];
  /** Who was involved in making it, as they wish to be named; not necessarily members. */
  readonly involved: readonly string[];
  readonly created: Deed;
  /** Where the document stands when everything below has happened. */
  readonly state: DocumentState;
  readonly call?: DemoCall;
  /** Numbered from 1, in order. */
  readonly versions: readonly DemoVersion[];
  /** Round 1 first. A later round follows on a round that was returned. */
  readonly hearings: readonly DemoHearing[];
}

export interface DemoVersion {
  readonly number: number;
  readonly published: Deed;
  /** What the working group says of the version, in a sentence. */
  readonly note: string;
  readonly markdown: string;
}

/**
 * A call for input: ideas before there is a draft; all of them hang on the whole. They are answered
 * with the first round, under its themes.
 */
export interface DemoCall {
  readonly opened: Deed;
  readonly closes: Moment;
  readonly closed: Deed;
  readonly question: string;
  readonly inputs: readonly DemoComment[];
}

export interface DemoHearing {
  readonly round: number;
  /** The version that is heard. */
  readonly version: number;
  readonly opened: Deed;
  readonly closes: Moment;
  /** Why the period is shorter than the least; only then. */
  readonly shortReason?: string;
  /** Absent while the hearing goes on. */
  readonly closed?: Deed;
  readonly invited: readonly DemoInvitedParty[];
  readonly comments: readonly DemoComment[];
  readonly meetings: readonly DemoMeeting[];
  readonly letters: readonly DemoLetter[];
  readonly themes: readonly DemoTheme[];
  /** When every outcome was published together; absent while the working group is at it. */
  readonly answersPublished?: Deed;
  readonly report?: DemoReport;
  readonly submission?: DemoSubmission;
  readonly decision?: DemoDecision;
}

export interface DemoInvitedParty {
  readonly kind: PartyKind;
  readonly name: string;
  /** The slug, of a region. */
  readonly region?: string;
}

/** Where in the hearing's version something hangs; no place at all is the whole. */
export interface DemoPlace {
  /** Words that occur in the plain text of exactly one block. */
  readonly block: string;
  /** The exact words of that block that are meant, once in it. */
  readonly quote?: string;
}

export interface DemoComment extends DemoSaid {
  /** Unique in the document; others refer to it. */
  readonly key: string;
  readonly kind: CommentKind;
  readonly on?: DemoPlace;
  /** Of a suggestion for wording: what should stand in place of the quote, or else of the whole block. */
  readonly wording?: string;
  readonly outcome?: DemoOutcome;
}

/** What comments and replies have in common. */
export interface DemoSaid {
  readonly author: MemberName;
  readonly at: Moment;
  /** Markdown, as it reads now. */
  readonly body: string;
  /** When it was edited, and what it said before. */
  readonly edited?: { readonly at: Moment; readonly before: string };
  /** When its author withdrew it; the replies stay. */
  readonly withdrawn?: Moment;
  readonly likes?: readonly MemberName[];
  readonly replies?: readonly DemoSaid[];
}

export interface DemoMeeting {
  readonly key: string;
  /** A slug. */
  readonly region: string;
  readonly held: Moment;
  readonly place: string;
  readonly attendance: number;
  readonly minutes: string;
  readonly entered: Deed;
  /** True where the working group entered it for the region. */
  readonly onBehalf?: boolean;
  readonly rewrite?: DemoRewrite;
  readonly remarks?: readonly DemoRemark[];
}

export interface DemoRewrite {
  readonly posted: Deed;
  /** The headings of the sections that the meeting considered, or the whole text. */
  readonly scope: 'whole' | readonly string[];
  /** What the region says before its text. */
  readonly foreword?: string;
  readonly markdown: string;
  readonly changes: readonly DemoChange[];
  /** The outcome of every change that `changes` gives none. */
  readonly otherChanges?: DemoOutcome;
}

/** Says something of one change of a rewrite, found by a snippet of one of its blocks. */
export interface DemoChange {
  /** In whose text the snippet stands, in exactly one block. */
  readonly side: 'draft' | 'rewrite';
  readonly block: string;
  readonly reason?: string;
  readonly likes?: readonly MemberName[];
  readonly outcome?: DemoOutcome;
}

export interface DemoRemark {
  readonly key: string;
  readonly body: string;
  readonly on?: DemoPlace;
  readonly outcome?: DemoOutcome;
}

/** A letter to the working group, entered by it. */
export interface DemoLetter {
  readonly key: string;
  /** The name of an invited party, or who else wrote. */
  readonly from: string;
  readonly received: Moment;
  readonly entered: Deed;
  /** True where it came after the hearing had closed. */
  readonly late?: boolean;
  readonly body: string;
  readonly on?: DemoPlace;
  readonly outcome?: DemoOutcome;
}

export interface DemoTheme {
  readonly key: string;
  readonly title: string;
  /** What was said, summed up for the report; may be missing while the work goes on. */
  readonly summary?: string;
}

export interface DemoOutcome {
  readonly disposition: Disposition;
  /** The working group's words; the reason, where it was not accepted. */
  readonly answer: string;
  /** The key of a theme of the hearing. */
  readonly theme?: string;
  /** Of what is out of scope: where it goes instead. */
  readonly referredTo?: string;
  /** Of a duplicate: the key of the input that it repeats. */
  readonly duplicateOf?: string;
}

export interface DemoReport {
  readonly foreword: string;
  readonly composed: Deed;
}

export interface DemoSubmission {
  readonly submitted: Deed;
  /** The version that is submitted; the report goes with it. */
  readonly version: number;
  readonly note: string;
}

export interface DemoDecision {
  readonly decided: Deed;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly reservations?: readonly DemoReservation[];
  /** Of a return: what the proposers are asked to work on, and when they took the next round up. */
  readonly wishes?: readonly string[];
  readonly resumed?: Deed;
}

export interface DemoReservation {
  readonly key: string;
  /** The block of the submitted version. */
  readonly block: string;
  readonly wish: string;
  /** What was said of it since, in its order. */
  readonly steps?: readonly DemoReservationStep[];
}

export interface DemoReservationStep {
  readonly kind: 'proposed' | 'confirmed' | 'sentBack';
  /** The last version then. */
  readonly version: number;
  readonly said: Deed;
  /** How it is met, or why it is sent back. */
  readonly words: string;
}
