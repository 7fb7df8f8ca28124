import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseDay } from '#lib/domain/time.ts';
import { BadInput } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The words and options of a command. Refuses an option that it does not have. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(String((error as Error).message).split('\n')[0]!);
  }
}

/** The value of an option that must be given. */
export function needed(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new BadInput(`${option} is missing; see --help`);
  return value;
}

/** One of a list of words. */
export function oneOf<Word extends string>(
  value: string,
  words: readonly Word[],
  what: string
): Word {
  const found = words.find((word) => word === value);
  if (!found) throw new BadInput(`${what} is one of ${words.join(', ')}, not "${value}"`);
  return found;
}

/** A day that there is, near our time, as 2026-03-14. */
export function dayOf(value: string, option: string): string {
  const day = parseDay(value);
  if (day === null) throw new BadInput(`${option} is a day such as 2026-03-14, not "${value}"`);
  return day;
}

/** A whole number from 1. */
export function countOf(value: string, option: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new BadInput(`${option} is a whole number from 1, not "${value}"`);
  return Number(value);
}
