import type { Relation } from '../document/align/row.ts';
import type { Disposition, InputKind, PartyKind } from '../hearing/enums.ts';
import type { Span } from './participation.ts';

/**
 * The hearing report as data: it is frozen when a document is submitted, and every format is
 * rendered from it. Times are ISO strings, since it is kept as JSON; properties ending in `Html`
 * are sanitized HTML, all other texts are plain.
 */
export type Report = {
  title: string;
  round: number;
  call: ReportPeriod | null;
  hearing: (ReportPeriod & { versionNumber: number; reasonForShortPeriod: string }) | null;
  /** The working group's foreword. */
  forewordHtml: string;
  totals: Totals;
  /** The invited parties, in alphabetical order. */
  parties: ReportParty[];
  /**
   * Who answered without being invited by name, in alphabetical order, and the numbers of their
   * inputs.
   */
  others: { name: string; numbers: number[] }[];
  regions: RegionShare[];
  /** The number of inputs in each span of the period; `date` is its first day. */
  days: { date: string; inputs: number }[];
  /**
   * The unit of `days`; in reports from before there was another, it is missing and means a day.
   */
  span?: Span;
  dispositions: DispositionCounts;
  /** Inputs on the whole text without a theme. */
  general: ReportInput[];
  themes: ReportTheme[];
  /** Inputs on blocks without a theme, in the order of the text. */
  paragraphs: ReportInput[];
  changes: ReportChanges | null;
};

export type ReportPeriod = {
  opensAt: string;
  /** The planned end. */
  closesAt: string;
  closedAt: string | null;
  /** Who closed it before its planned end and why, else null; missing in older reports. */
  closedEarly?: { by: string | null; reason: string } | null;
};

export type Totals = {
  inputs: number;
  late: number;
  /** How many members, regions and senders of letters the inputs come from. */
  speakers: number;
  meetings: number;
  /** The sum of those present at the meetings. */
  attendance: number;
};

export type ReportParty = {
  kind: PartyKind;
  name: string;
  meetings: { heldOn: string; place: string; attendance: number }[];
  /** The numbers of its inputs by kind. */
  answers: { kind: InputKind; numbers: number[] }[];
};

export type RegionShare = {
  /** Null for what comes from no known region. */
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
  /** Who it is from, and of which region. */
  name: string;
  region: string | null;
  /** The number of its paragraph, or the text of a heading. */
  place: { number: number | null; text: string } | null;
  /** A summary of what it says. */
  resume: string;
  disposition: Disposition | null;
  duplicateOf: number | null;
  referredTo: string;
  answerHtml: string;
};

/** The changes from the version that was heard to the newest; `from` and `to` are their numbers. */
export type ReportChanges = {
  from: number;
  to: number;
  rows: ReportRow[];
};

export type ReportRow = {
  relation: Relation;
  moved: boolean;
  edited: boolean;
  from: ReportBlock[];
  to: ReportBlock[];
  /** The number of the paragraph that a lone block was cut from or went into. */
  partOf?: number;
  /** The numbers of the paragraphs that were cut from it, or went into it. */
  parts?: { from: number[]; to: number[] };
};

export type ReportBlock = { number: number | null; text: string };

/**
 * Returns the report without the summaries of the inputs with these numbers, which an administrator
 * has hidden since it was frozen.
 */
export function hideInputs(report: Report, numbers: readonly number[]): Report {
  if (numbers.length === 0) return report;
  const hide = (inputs: ReportInput[]) =>
    inputs.map((each) => (numbers.includes(each.number) ? { ...each, resume: '' } : each));
  return {
    ...report,
    general: hide(report.general),
    themes: report.themes.map((theme) => ({ ...theme, inputs: hide(theme.inputs) })),
    paragraphs: hide(report.paragraphs)
  };
}
