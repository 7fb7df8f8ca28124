import type { Input } from '../hearing/input.ts';
import { compareNames } from '../name.ts';
import { addDays, msPerDay, toDanishTime } from '../time.ts';
import type { ReportFacts } from './facts.ts';
import type { RegionShare, Report } from './report.ts';

/** Returns how many members, regions and senders of letters the inputs come from. */
export const countSpeakers = (inputs: readonly Input[]): number =>
  new Set(inputs.map(speakerOf)).size;

const speakerOf = ({ author }: Input) => author.memberId ?? `${author.voice} ${author.name}`;

/**
 * Returns what came from each region, in alphabetical order; last what came from no known region.
 */
export function countRegions({ inputs, meetings }: ReportFacts): RegionShare[] {
  const names = [...inputs.map(regionOf), ...meetings.map(({ regionName }) => regionName)];
  return [...new Set(names)].sort(compareRegionNames).map((name) => {
    const own = inputs.filter((input) => regionOf(input) === name);
    const ofRegion = meetings.filter(({ regionName }) => regionName === name);
    return {
      name,
      inputs: own.length,
      speakers: countSpeakers(own),
      meetings: ofRegion.length,
      attendance: ofRegion.reduce((sum, { attendance }) => sum + attendance, 0)
    };
  });
}

const regionOf = ({ region }: Input) => region?.name ?? null;

function compareRegionNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareNames(one, other);
}

/** The most bars that can be told apart across a printed page. */
const maxBars = 120;

/** What a bar of the chart stands for. */
export type Span = 'day' | 'week' | 'month' | 'year';

/**
 * Returns how many inputs came in on each day of the period, or in each week, month or year if
 * there would be too many bars. The chart is extended to inputs from before or after the period.
 * Each span is given by its first date.
 */
export function countSpans({ hearing, call, inputs }: ReportFacts): Pick<Report, 'days' | 'span'> {
  const period = hearing ?? call;
  if (!period) return { days: [], span: 'day' };
  const inputDates = inputs.map(({ at }) => toDanishTime(at).date);
  const dates = [...inputDates, toDanishTime(period.opensAt).date, closingDate(period)].sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const span = spans.find((each) => countSpansBetween(each, first, last) <= maxBars) ?? 'year';
  const counts = new Map<string, number>();
  for (const date of inputDates) {
    const start = startOfSpan(span, date);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const days: Report['days'] = [];
  for (let date = startOfSpan(span, first); date <= last; date = nextSpan(span, date))
    days.push({ date, inputs: counts.get(date) ?? 0 });
  return { days, span };
}

const spans = ['day', 'week', 'month', 'year'] as const;

/** Returns about how many spans there are between two dates. */
const countSpansBetween = (span: Span, from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / msPerDay / daysIn[span] + 1;

const daysIn: Record<Span, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Returns the first date of the span that a date is in; a week begins on Monday. */
function startOfSpan(span: Span, date: string): string {
  if (span === 'day') return date;
  if (span === 'week') return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
  return span === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** Returns the first date of the span after the one that begins at `start`. */
const nextSpan = (span: Span, start: string) =>
  // This many days after the start is always in the next span.
  startOfSpan(span, addDays(start, { day: 1, week: 7, month: 31, year: 366 }[span]));

/** Returns the Danish date on which a period closed or closes. */
const closingDate = ({ closesAt, closedAt }: { closesAt: Date; closedAt: Date | null }) =>
  toDanishTime(closedAt ?? closesAt).date;
