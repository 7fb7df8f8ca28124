import { readFileSync } from 'node:fs';
import type { Refusal } from '#lib/domain/refusal.ts';

/** A message whose words hang on a count or a name, as the files of messages write it. */
type Variants = [{ declarations: string[]; match: Record<string, string> }];

/** What the forum says to a refusal, in English, from the file that its pages have it from. */
export function refusalSentence({ refused, facts }: Refusal): string {
  const path = new URL('../../messages/en.json', import.meta.url);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string | Variants>;
  const message: string | Variants = messages[`refusal_${refused}`] ?? refused;
  const inputs: Record<string, unknown> = facts;
  const sentence = typeof message === 'string' ? message : variantFor(message, inputs);
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(inputs[name] ?? whole));
}

function variantFor([{ declarations, match }]: Variants, inputs: Record<string, unknown>): string {
  const values = new Map(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  for (const declaration of declarations) {
    const plural = /^local (\w+) = (\w+): plural$/.exec(declaration);
    if (plural) values.set(plural[1]!, english.select(Number(inputs[plural[2]!])));
  }
  const fitting = Object.entries(match).find(([pattern]) => fits(pattern, values));
  return fitting?.[1] ?? '';
}

const english = new Intl.PluralRules('en');

const fits = (pattern: string, values: Map<string, string>) =>
  pattern.split(', ').every((condition) => {
    const [name, value] = condition.split('=');
    return value === '*' || values.get(name!) === value;
  });
