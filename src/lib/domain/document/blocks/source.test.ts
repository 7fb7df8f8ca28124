import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceInPieces } from './source.ts';

const scrap = fc.constantFrom('havn', ' ', '  ', '\n', ' \n', '<', '&amp', '*', '\u00a0', '\f');
const longText = fc
  .array(scrap, { minLength: 1, maxLength: 30 })
  .map((scraps) => scraps.join('').repeat(3000));

test.each([
  ['spaces', /[\t\n\f][ \t\n\f]*| [ \t\n\f]+/g, ' '],
  ['line ends', /(?<![ \t])[ \t]*\n[ \t]*/g, ' '],
  ['signs', /[*]|<(?=[\p{L}]|$)|&(?=\w+(?:;|$))/gu, '\\$&']
])('%s of a long text are replaced as those of a short one', (_, pattern, replacement) => {
  fc.assert(
    fc.property(longText, (text) => {
      const whole = text.replace(pattern, replacement);
      expect(replaceInPieces(text, pattern, replacement) === whole).toBe(true);
    }),
    { numRuns: 60 }
  );
});
