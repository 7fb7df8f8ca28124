import type { Input } from '../hearing/input.ts';
import { inputKinds } from '../hearing/enums.ts';
import { byName } from '../order.ts';
import type { ReportFacts } from './facts.ts';
import type { Report, ReportParty } from './report.ts';

/**
 * Who was asked, alphabetically, with how they answered: a region by what its meetings and its
 * letters said (its members speak for themselves), a group or an organisation by its letters.
 */
export function heardParties({ invited, meetings, inputs }: ReportFacts): ReportParty[] {
  return invited
    .toSorted((one, other) => byName(one.name, other.name))
    .map(({ kind, name, regionId }) => ({
      kind,
      name,
      meetings: meetings
        .filter((meeting) => meeting.regionId === regionId)
        .map(({ heldOn, place, attendance }) => ({ heldOn, place, attendance })),
      answers: byKind(inputs.filter((input) => speaksFor(input, name)))
    }));
}

/** Letters from senders, and regions' words, that were not asked for by name; alphabetically. */
export function heardOthers({ invited, inputs }: ReportFacts): Report['others'] {
  const names = new Set(inputs.filter(speaksForMany).map(({ author }) => author.name));
  return [...names]
    .filter((name) => !invited.some((party) => isNamed(name, party.name)))
    .sort(byName)
    .map((name) => ({
      name,
      numbers: inputs.filter((input) => speaksFor(input, name)).map(numberOf)
    }));
}

const speaksForMany = ({ kind, author }: Input) => kind === 'letter' || author.voice === 'region';

const speaksFor = (input: Input, name: string) =>
  speaksForMany(input) && isNamed(input.author.name, name);

/** A sender is typed by hand: capitals and spaces do not make another. */
const isNamed = (one: string, other: string) => folded(one) === folded(other);

const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');

const byKind = (inputs: readonly Input[]) =>
  inputKinds
    .map((kind) => ({ kind, numbers: inputs.filter((input) => input.kind === kind).map(numberOf) }))
    .filter(({ numbers }) => numbers.length > 0);

const numberOf = ({ number }: Input) => number;
