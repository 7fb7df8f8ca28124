import type { Relation } from '../document/align/row.ts';
import type { Disposition, InputKind, PartyKind } from '../hearing/enums.ts';
import type { Span } from './participation.ts';

/**
 * The hearing report as data: what is frozen when a document is submitted, and what every
 * rendering of it is made from. Times are ISO strings, since it is kept as JSON; texts that were
 * rendered by us are HTML, all others plain.
 */
export type Report = {
  title: string;
  round: number;
  call: ReportPeriod | null;
  hearing: (ReportPeriod & { versionNumber: number; reasonForShortPeriod: string }) | null;
  /** The working group's summary. */
  forewordHtml: string;
  totals: Totals;
  /** Who was asked, alphabetically, and how they answered; none where they did not. */
  parties: ReportParty[];
  /** Who answered without being asked by name, alphabetically. */
  others: { name: string; numbers: number[] }[];
  regions: RegionShare[];
  /** The period by its spans, each with its first date and what came in. */
  days: { date: string; inputs: number }[];
  /** What each of them is; a day in reports that were frozen before there was anything else. */
  span?: Span;
  dispositions: DispositionCounts;
  /** Remarks on the whole, under no theme. */
  general: ReportInput[];
  themes: ReportTheme[];
  /** Remarks on single paragraphs, under no theme, in the order of the text. */
  paragraphs: ReportInput[];
  changes: ReportChanges | null;
};

export type ReportPeriod = {
  opensAt: string;
  /** As it was planned. */
  closesAt: string;
  closedAt: string | null;
  /** Who closed it before its time and why; null, or missing in older reports, where it ran out. */
  closedEarly?: { by: string | null; reason: string } | null;
};

export type Totals = {
  inputs: number;
  late: number;
  /** How many spoke: members, regions and senders of letters. */
  speakers: number;
  meetings: number;
  /** Present at the meetings, added together. */
  attendance: number;
};

export type ReportParty = {
  kind: PartyKind;
  name: string;
  meetings: { heldOn: string; place: string; attendance: number }[];
  /** Its inputs by number, told by their kind. */
  answers: { kind: InputKind; numbers: number[] }[];
};

export type RegionShare = {
  /** Null gathers those whose region is not known. */
  name: string | null;
  inputs: number;
  speakers: number;
  meetings: number;
  attendance: number;
};

export type DispositionCounts = Partial<Record<Disposition | 'missing', number>>;

export type ReportTheme = {
  title: string;
  summaryHtml: string;
  dispositions: DispositionCounts;
  inputs: ReportInput[];
};

export type ReportInput = {
  number: number;
  kind: InputKind;
  late: boolean;
  /** Who speaks, and where from. */
  name: string;
  region: string | null;
  /** "Afsnit 12", or the heading's words. */
  place: { number: number | null; text: string } | null;
  /** What was said, in short. */
  resume: string;
  disposition: Disposition | null;
  duplicateOf: number | null;
  referredTo: string;
  answerHtml: string;
};

/** The rows in which the text differs from the one that was heard. */
export type ReportChanges = {
  from: number;
  to: number;
  rows: ReportRow[];
};

export type ReportRow = {
  relation: Relation;
  moved: boolean;
  edited: boolean;
  old: ReportBlock[];
  new: ReportBlock[];
};

export type ReportBlock = { number: number | null; text: string };
