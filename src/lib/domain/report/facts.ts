import type { Block } from '../document/block.ts';
import type { Row } from '../document/align/row.ts';
import type { Input } from '../hearing/input.ts';
import type { Period } from '../hearing/lifecycle.ts';
import type { PartyKind } from '../hearing/enums.ts';
import type { ReportBlock } from './report.ts';

/** All that a report is composed of. */
export type ReportFacts = {
  title: string;
  round: number;
  call: ClosedPeriod | null;
  hearing: (ClosedPeriod & { versionNumber: number; reasonForShortPeriod: string }) | null;
  forewordHtml: string;
  invited: { kind: PartyKind; name: string; regionId: string | null }[];
  meetings: {
    regionId: string;
    regionName: string;
    heldOn: string;
    place: string;
    attendance: number;
  }[];
  inputs: Input[];
  themes: { id: string; title: string; summaryHtml: string }[];
  /**
   * The version that was heard, the newest one and their alignment; null if they are the same or
   * there is no version.
   */
  texts: { from: HeardText; to: HeardText; rows: readonly Row[] } | null;
};

export type ClosedPeriod = Period & {
  closedAt: Date | null;
  /** The transition that closed it; null while it is open. */
  closing: { by: string | null; reason: string } | null;
};

/** The number and the blocks of a version. */
export type HeardText = {
  number: number;
  blocks: (ReportBlock & Pick<Block, 'kind' | 'level' | 'marker'>)[];
};
