import type { Input } from '../hearing/input.ts';
import { inputKinds } from '../hearing/enums.ts';
import { compareNames } from '../name.ts';
import type { ReportFacts } from './facts.ts';
import type { Report, ReportParty } from './report.ts';

/**
 * Returns the invited parties in alphabetical order with their answers: a region's meetings and
 * what was said in its name, and the letters of a group or an organisation.
 */
export function listParties({ invited, meetings, inputs }: ReportFacts): ReportParty[] {
  return invited
    .toSorted((one, other) => compareNames(one.name, other.name))
    .map(({ kind, name, regionId }) => ({
      kind,
      name,
      meetings: meetings
        .filter((meeting) => meeting.regionId === regionId)
        .map(({ heldOn, place, attendance }) => ({ heldOn, place, attendance })),
      answers: groupByKind(inputs.filter((input) => speaksFor(input, name)))
    }));
}

/**
 * Returns the regions and senders of letters that answered without being invited by name, in
 * alphabetical order.
 */
export function listOthers({ invited, inputs }: ReportFacts): Report['others'] {
  const names = new Set(inputs.filter(speaksForMany).map(({ author }) => author.name));
  return [...names]
    .filter((name) => !invited.some((party) => isNamed(name, party.name)))
    .sort(compareNames)
    .map((name) => ({
      name,
      numbers: inputs.filter((input) => speaksFor(input, name)).map(numberOf)
    }));
}

/** Returns whether an input is given in the name of a region, a group or an organisation. */
const speaksForMany = ({ kind, author }: Input) => kind === 'letter' || author.voice === 'region';

const speaksFor = (input: Input, name: string) =>
  speaksForMany(input) && isNamed(input.author.name, name);

/**
 * Returns whether two names are the same; senders are typed by hand, so case and spaces do not
 * matter.
 */
const isNamed = (one: string, other: string) => normalizeName(one) === normalizeName(other);

const normalizeName = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');

const groupByKind = (inputs: readonly Input[]) =>
  inputKinds
    .map((kind) => ({ kind, numbers: inputs.filter((input) => input.kind === kind).map(numberOf) }))
    .filter(({ numbers }) => numbers.length > 0);

const numberOf = ({ number }: Input) => number;
