import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { readJson, readJsonOr, readText } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lydhoer-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));
const schema = v.strictObject({ name: v.string(), likes: v.optional(v.array(v.string())) });

test('a file that fits its schema is returned', () => {
  expect(readJson(file('{ "name": "Tove" }'), schema)).toEqual({ name: 'Tove' });
});

test.each([
  ['a field of another type', '{ "name": 7 }', /file\.json: name: .*string.*7/],
  ['a field of a list', '{ "name": "", "likes": ["a", 2] }', /file\.json: likes\.1: .*string/],
  ['a missing field', '{}', /file\.json: name: /],
  ['an unknown field', '{ "name": "", "liks": [] }', /file\.json: liks: /],
  ['no JSON', '{ "name": }', /file\.json: .*JSON/]
])('of %s the error names file and field', (_, text, message) => {
  expect(() => readJson(file(text), schema)).toThrow(message);
});

test('every wrong field is named at once', () => {
  expect(() => readJson(file('{ "name": 7, "likes": 8 }'), schema)).toThrow(/name: .*; likes: /);
});

test('a file that may be missing is not one that may be wrong', () => {
  const missing = join(folder, 'missing.json');
  expect(readJsonOr(null, missing, schema)).toBeNull();
  expect(() => readJsonOr(null, file('{}'), schema)).toThrow(/file\.json: name/);
  expect(() => readJson(missing, schema)).toThrow(/missing\.json/);
  expect(() => readText(missing)).toThrow(/missing\.json/);
});

/** Writes the text to a file and returns its path. */
function file(text: string): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  return path;
}
