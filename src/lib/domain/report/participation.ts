import type { InputReading } from '../hearing/input.ts';
import { byName } from '../order.ts';
import { daysLater, inCopenhagen } from '../time.ts';
import type { ReportFacts } from './facts.ts';
import type { RegionShare, Report } from './report.ts';

/** How many people, meetings' regions and senders stand behind the inputs, each counted once. */
export const countSpeakers = (inputs: readonly InputReading[]): number =>
  new Set(inputs.map(speakerOf)).size;

const speakerOf = ({ author }: InputReading) => author.memberId ?? `${author.voice} ${author.name}`;

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

const regionOf = ({ region }: InputReading) => region?.name ?? null;

function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return byName(one, other);
}

/** More days than a hearing ever has: a report is a page, whatever dates an import brings. */
const mostDays = 120;

/** The days from the opening to the closing, or to the last input, each with what came in. */
export function countDays({ hearing, call, inputs }: ReportFacts): Report['days'] {
  const period = hearing ?? call;
  if (!period) return [];
  const counts = new Map<string, number>();
  for (const { at } of inputs) {
    const { date } = inCopenhagen(at);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  const dates = [...counts.keys(), inCopenhagen(period.opensAt).date, lastDay(period)].sort();
  const days: Report['days'] = [];
  for (
    let date = dates[0]!;
    date <= dates.at(-1)! && days.length < mostDays;
    date = daysLater(date, 1)
  )
    days.push({ date, inputs: counts.get(date) ?? 0 });
  return days;
}

const lastDay = ({ closesAt, closedAt }: { closesAt: Date; closedAt: Date | null }) =>
  inCopenhagen(closedAt ?? closesAt).date;
