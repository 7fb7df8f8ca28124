import type { Row } from '../document/align/row.ts';
import type { Input } from '../hearing/input.ts';
import type { ClosedPeriod, HeardText, ReportFacts } from './facts.ts';
import { countRegions, countSpans, countSpeakers } from './participation.ts';
import { heardOthers, heardParties } from './parties.ts';
import { resumeOf } from './resume.ts';
import type {
  DispositionCounts,
  Report,
  ReportChanges,
  ReportInput,
  ReportPeriod
} from './report.ts';

/**
 * The hearing summed up as Danish hearing notes are: the period, who was heard, a short summary,
 * then general remarks and theme by theme what was said, what is met, what is not and why; last,
 * what has changed since the version that was heard.
 */
export function composeReport(facts: ReportFacts): Report {
  const { title, round, forewordHtml, inputs, meetings } = facts;
  return {
    title,
    round,
    forewordHtml,
    call: facts.call && periodOf(facts.call),
    hearing: facts.hearing && {
      ...periodOf(facts.hearing),
      versionNumber: facts.hearing.versionNumber,
      reasonForShortPeriod: facts.hearing.reasonForShortPeriod
    },
    totals: {
      inputs: inputs.length,
      late: inputs.filter(({ late }) => late).length,
      speakers: countSpeakers(inputs),
      meetings: meetings.length,
      attendance: meetings.reduce((sum, { attendance }) => sum + attendance, 0)
    },
    parties: heardParties(facts),
    others: heardOthers(facts),
    regions: countRegions(facts),
    ...countSpans(facts),
    dispositions: countDispositions(inputs),
    ...sortInputs(facts),
    changes: changesOf(facts)
  };
}

const periodOf = ({ opensAt, closesAt, closedAt, closing }: ClosedPeriod): ReportPeriod => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
  closedEarly: closedAt && closedAt < closesAt ? closing : null
});

function countDispositions(inputs: readonly Input[]): DispositionCounts {
  const counts: DispositionCounts = {};
  for (const { answer } of inputs) {
    const disposition = answer?.disposition ?? 'missing';
    counts[disposition] = (counts[disposition] ?? 0) + 1;
  }
  return counts;
}

function sortInputs({ inputs, themes }: ReportFacts) {
  const themed = themes.map(({ id, title, summaryHtml }) => {
    const under = inputs.filter(({ answer }) => answer?.theme?.id === id);
    return {
      title,
      summaryHtml,
      dispositions: countDispositions(under),
      inputs: under.map(toReportInput)
    };
  });
  const loose = inputs.filter(({ answer }) => !answer?.theme);
  return {
    general: loose.filter(({ place }) => !place).map(toReportInput),
    themes: themed,
    paragraphs: loose
      .filter(({ place }) => place)
      .map(toReportInput)
      .sort((one, other) => (one.place!.number ?? 0) - (other.place!.number ?? 0))
  };
}

function toReportInput(input: Input): ReportInput {
  const { number, kind, late, author, region, place, answer } = input;
  return {
    number,
    kind,
    late,
    name: author.name,
    region: author.voice === 'region' ? null : (region?.name ?? null),
    place: place && { number: place.number, text: place.text },
    resume: resumeOf(input),
    disposition: answer?.disposition ?? null,
    duplicateOf: answer?.duplicateOf ?? null,
    referredTo: answer?.referredTo ?? '',
    answerHtml: answer?.html ?? ''
  };
}

const changesOf = ({ texts }: ReportFacts): ReportChanges | null =>
  texts && changedRows(texts.from, texts.to, texts.rows);

/** The rows of an alignment in which a reader sees a difference, with their texts. */
export function changedRows(from: HeardText, to: HeardText, rows: readonly Row[]): ReportChanges {
  return {
    from: from.number,
    to: to.number,
    rows: rows
      .filter(({ relation }) => relation !== 'unchanged')
      .map((row) => ({
        relation: row.relation,
        moved: row.moved,
        edited: row.edited,
        old: row.from.map((at) => blockOf(from, at)),
        new: row.to.map((at) => blockOf(to, at))
      }))
  };
}

function blockOf({ blocks }: HeardText, at: number) {
  const { number, text } = blocks[at]!;
  return { number, text };
}
