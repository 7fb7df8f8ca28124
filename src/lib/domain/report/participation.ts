import type { Input } from '../hearing/input.ts';
import { byName } from '../order.ts';
import { daysLater, inCopenhagen } from '../time.ts';
import type { ReportFacts } from './facts.ts';
import type { RegionShare, Report } from './report.ts';

/** How many people, meetings' regions and senders stand behind the inputs, each counted once. */
export const countSpeakers = (inputs: readonly Input[]): number =>
  new Set(inputs.map(speakerOf)).size;

const speakerOf = ({ author }: Input) => author.memberId ?? `${author.voice} ${author.name}`;

/** What came from each region, alphabetically; last, what comes from nobody's region. */
export function countRegions({ inputs, meetings }: ReportFacts): RegionShare[] {
  const names = [...inputs.map(regionOf), ...meetings.map(({ regionName }) => regionName)];
  return [...new Set(names)].sort(compareNames).map((name) => {
    const own = inputs.filter((input) => regionOf(input) === name);
    const held = meetings.filter(({ regionName }) => regionName === name);
    return {
      name,
      inputs: own.length,
      speakers: countSpeakers(own),
      meetings: held.length,
      attendance: held.reduce((sum, { attendance }) => sum + attendance, 0)
    };
  });
}

const regionOf = ({ region }: Input) => region?.name ?? null;

function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return byName(one, other);
}

/** As many bars as can be told apart on a page of paper. */
const mostBars = 120;

/** What a bar of the picture stands for. */
export type Span = 'day' | 'week' | 'month' | 'year';

/**
 * From the opening to the closing, or from the first input to the last where they lie outside it,
 * how many inputs came in on each Danish day, or in each week, month or year where there would be
 * too many days for a picture. Each span is named by its first date; together they hold every input.
 */
export function countSpans({ hearing, call, inputs }: ReportFacts): Pick<Report, 'days' | 'span'> {
  const period = hearing ?? call;
  if (!period) return { days: [], span: 'day' };
  const came = inputs.map(({ at }) => inCopenhagen(at).date);
  const dates = [...came, inCopenhagen(period.opensAt).date, lastDay(period)].sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const span = spans.find((each) => countBetween(each, first, last) <= mostBars) ?? 'year';
  const counts = new Map<string, number>();
  for (const date of came) {
    const start = startOf(span, date);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const days: Report['days'] = [];
  for (let date = startOf(span, first); date <= last; date = nextOf(span, date))
    days.push({ date, inputs: counts.get(date) ?? 0 });
  return { days, span };
}

const spans = ['day', 'week', 'month', 'year'] as const;

/** About how many spans there are from one date to another. */
const countBetween = (span: Span, from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / aDay / daysIn[span] + 1;

const aDay = 24 * 60 * 60 * 1000;
const daysIn: Record<Span, number> = { day: 1, week: 7, month: 30, year: 365 };

/** The first date of the span that the date is in; a week begins on a Monday. */
function startOf(span: Span, date: string): string {
  if (span === 'day') return date;
  if (span === 'week') return daysLater(date, -((new Date(date).getUTCDay() + 6) % 7));
  return span === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** The first date of the next span. */
const nextOf = (span: Span, start: string) =>
  // So many days past the start are in the next span, and never beyond it.
  startOf(span, daysLater(start, { day: 1, week: 7, month: 31, year: 366 }[span]));

const lastDay = ({ closesAt, closedAt }: { closesAt: Date; closedAt: Date | null }) =>
  inCopenhagen(closedAt ?? closesAt).date;
