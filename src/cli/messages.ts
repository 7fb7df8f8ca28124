import { readdirSync, readFileSync } from 'node:fs';
import type { Refusal } from '#lib/domain/refusal.ts';

/** A message that differs by a count or a name, as the inlang message format writes it. */
type Variants = [{ declarations: string[]; match: Record<string, string> }];

type Inputs = Readonly<Record<string, unknown>>;

/** Returns the message with the key, its inputs filled in. Throws if there is no such message. */
export type Say = (key: string, inputs?: Inputs) => string;

/**
 * Reads the messages of a locale from the files that Paraglide compiles, so that the command line
 * says what the pages say and needs no build.
 */
export function readMessages(locale: 'da' | 'en'): Say {
  const messages = parseMessages(locale);
  return (key, inputs = {}) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`There is no message ${key} in messages/${locale}`);
    const sentence = typeof message === 'string' ? message : variantFor(message, inputs, locale);
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(inputs[name] ?? whole));
  };
}

/** Returns the English sentence for a refusal. */
export const refusalSentence = ({ refused, facts }: Refusal): string =>
  readMessages('en')(`refusal_${refused}`, facts);

function parseMessages(locale: string): Map<string, string | Variants> {
  const folder = new URL(`../../messages/${locale}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) =>
      Object.entries<string | Variants>(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    )
  );
}

function variantFor([{ declarations, match }]: Variants, inputs: Inputs, locale: string): string {
  const values = new Map(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  for (const declaration of declarations) {
    const [, local, input] = /^local (\w+) = (\w+): plural$/.exec(declaration) ?? [];
    if (local) values.set(local, new Intl.PluralRules(locale).select(Number(inputs[input!])));
  }
  return Object.entries(match).find(([pattern]) => fits(pattern, values))?.[1] ?? '';
}

const fits = (pattern: string, values: ReadonlyMap<string, string>) =>
  pattern.split(', ').every((condition) => {
    const [name, value] = condition.split('=');
    return value === '*' || values.get(name!) === value;
  });
