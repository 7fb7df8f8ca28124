import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseDay } from '#lib/domain/time.ts';
import { BadInput } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Returns the words and options of a command. Throws BadInput at an unknown option. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(String((error as Error).message).split('\n')[0]!);
  }
}

/** Returns the value of a required option. Throws BadInput if it is missing. */
export function needed(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new BadInput(`${option} is missing; see --help`);
  return value;
}

/** Returns the value if it is one of the words. Throws BadInput otherwise. */
export function oneOf<Word extends string>(
  value: string,
  words: readonly Word[],
  what: string
): Word {
  const found = words.find((word) => word === value);
  if (!found) throw new BadInput(`${what} is one of ${words.join(', ')}, not "${value}"`);
  return found;
}

/** Returns the value if it is a date as 2026-03-14, near our time. Throws BadInput otherwise. */
export function dayOf(value: string, option: string): string {
  const day = parseDay(value);
  if (day === null) throw new BadInput(`${option} is a day such as 2026-03-14, not "${value}"`);
  return day;
}

/** Returns the value as a whole number from 1. Throws BadInput if it is none. */
export function countOf(value: string, option: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new BadInput(`${option} is a whole number from 1, not "${value}"`);
  return Number(value);
}
