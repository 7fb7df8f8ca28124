import { expect, test } from 'vitest';
import { settingError } from './server-settings.ts';

test.each([
  [{ PORT: 'tre' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535.'],
  [{ ORIGIN: 'notaurl' }, 'ORIGIN must be an address like https://forum.example.org.'],
  [{ ORIGIN: 'ftp://example.org' }, 'ORIGIN must be an address like https://forum.example.org.'],
  [
    { BODY_SIZE_LIMIT: 'abc' },
    'BODY_SIZE_LIMIT must be a number of bytes, which may end in K, M or G.'
  ],
  [{ XFF_DEPTH: '0' }, 'XFF_DEPTH must be a whole number from 1.']
])('%o is refused in a sentence', (environment, sentence) => {
  expect(settingError(environment)).toBe(sentence);
});

test.each([
  {},
  { PORT: '', ORIGIN: '', BODY_SIZE_LIMIT: '', XFF_DEPTH: '' },
  { PORT: '3000', ORIGIN: 'https://forum.example.org', BODY_SIZE_LIMIT: '1.5M', XFF_DEPTH: '2' },
  { BODY_SIZE_LIMIT: 'Infinity' }
])('%o is taken', (environment) => {
  expect(settingError(environment)).toBeNull();
});
