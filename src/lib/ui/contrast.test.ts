import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** WCAG 2.2, 1.4.3 and 1.4.11: the contrast of text, and of the parts of a control, to the ground. */
const minTextContrast = 4.5;
const minControlContrast = 3;

const grounds = ['paper', 'sheet', 'sunken'];
const words = ['ink', 'ink-soft', 'accent', 'accent-strong', 'amber', 'red', 'blue'];
const pairsOfText = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground])),
  ...['accent', 'amber', 'red', 'blue'].map((tone) => [tone, `${tone}-soft`]),
  ...['accent', 'amber', 'red', 'blue', 'mark'].map((tone) => [
    'ink',
    tone === 'mark' ? tone : `${tone}-soft`
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-red', 'red'],
  ['ins', 'ins-bg'],
  ['del', 'del-bg']
] as [string, string][];
const pairsOfControls = ['edge', 'accent', 'heat-3'].flatMap((part) =>
  grounds.map((ground) => [part, ground] as [string, string])
);

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const colours = coloursOf(scheme);

  test.each(pairsOfText)('words in %s are readable on %s', (word, ground) => {
    expect(contrast(colours.get(word)!, colours.get(ground)!)).toBeGreaterThanOrEqual(
      minTextContrast
    );
  });

  test.each(pairsOfControls)('an edge in %s is seen on %s', (part, ground) => {
    expect(contrast(colours.get(part)!, colours.get(ground)!)).toBeGreaterThanOrEqual(
      minControlContrast
    );
  });
});

function coloursOf(scheme: 'light' | 'dark'): Map<string, string> {
  const sheet = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
  const tokens = sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return new Map(
    Array.from(tokens, ([, name, light, dark]) => [name!, (scheme === 'light' ? light : dark)!])
  );
}

/** The contrast ratio of two colours, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
