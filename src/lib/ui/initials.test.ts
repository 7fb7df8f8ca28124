import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['a member is known by the first and the last name', 'Karen Margrethe Vestergaard', 'KV'],
  ['one name gives one letter', 'ida', 'I'],
  ['Danish letters are letters', 'åse ørsted', 'ÅØ'],
  ['a name that begins with a sign of two units keeps it whole', '𝔄da Holm', '𝔄H'],
  ['no name gives no letters', '  ', '']
])('%s', (_, name, letters) => {
  expect(initials(name)).toBe(letters);
});
