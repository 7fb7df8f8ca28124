import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath, loginAddress } from './local-path.ts';

test("the forum's own addresses are gone on to as they are", () => {
  for (const path of ['/', '/mine', '/documents/havnen?sort=newest#tekst', '/search?q=a%2F%2Fb'])
    expect(localPath(path)).toBe(path);
});

test('an address that a browser would take elsewhere leads to the front page', () => {
  for (const away of [
    ...['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example'],
    ...['/.//evil.example', '/x/..//evil.example', '/./\\evil.example', '/%2e//evil.example'],
    ...['/\t/evil.example', '/.\n//evil.example', 'javascript:alert(1)', ' //evil.example', '']
  ])
    expect(localPath(away)).toBe('/');
  expect(localPath(null)).toBe('/');
});

test('an address that is too long for a header is not gone on to', () => {
  const words = `/search?q=${'å'.repeat(1000)}`;
  expect(localPath(words)).toBe('/');
  expect(localPath(`/${'x'.repeat(10_000)}`)).toBe('/');
  expect(loginAddress('/mine?before=2026')).toBe('/login?next=%2Fmine%3Fbefore%3D2026');
  expect(loginAddress(`/mine?before=${'x'.repeat(10_000)}`)).toBe('/login?next=%2Fmine');
  expect(loginAddress(`/${'x'.repeat(10_000)}`)).toBe('/login');
});

test('whatever is given, a browser stays with the forum that sends it on', () => {
  const pieces = [
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '\t',
    '\n',
    '@',
    ':',
    '?',
    '#',
    'evil.example'
  ];
  const address = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 9 });
  fc.assert(
    fc.property(address, (given) => {
      for (const from of ['http://localhost:3000/login', 'https://forum.example/documents/a/'])
        expect(new URL(localPath(`/${given.join('')}`), from).origin).toBe(new URL(from).origin);
    }),
    { numRuns: 2000 }
  );
});
