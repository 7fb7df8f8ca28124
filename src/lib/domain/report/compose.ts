import type { Input } from '../hearing/input.ts';
import { listChanges } from './changes.ts';
import type { ClosedPeriod, ReportFacts } from './facts.ts';
import { countRegions, countSpans, countSpeakers } from './participation.ts';
import { listOthers, listParties } from './parties.ts';
import { summarizeInput } from './summary.ts';
import type {
  DispositionCounts,
  Report,
  ReportChanges,
  ReportInput,
  ReportPeriod
} from './report.ts';

/**
 * Returns the report of a hearing, arranged as Danish hearing notes are: the period, who was heard,
 * figures, general remarks, then by theme what was said and answered, and last the changes since
 * the version that was heard.
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
    parties: listParties(facts),
    others: listOthers(facts),
    regions: countRegions(facts),
    ...countSpans(facts),
    dispositions: countDispositions(inputs),
    ...groupInputs(facts),
    changes: changesSinceHearing(facts)
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

/**
 * Returns the inputs by where the report has them: those under a theme, those on the whole text and
 * those on a block, in the order of the text.
 */
function groupInputs({ inputs, themes }: ReportFacts) {
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
    resume: summarizeInput(input),
    disposition: answer?.disposition ?? null,
    duplicateOf: answer?.duplicateOf ?? null,
    referredTo: answer?.referredTo ?? '',
    answerHtml: answer?.html ?? ''
  };
}

/** Returns the changes since the version that was heard; null if that is the newest. */
const changesSinceHearing = ({ texts }: ReportFacts): ReportChanges | null =>
  texts && listChanges(texts.from, texts.to, texts.rows);
