import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const locales = ['da', 'en'] as const;
type Locale = (typeof locales)[number];
type Messages = Record<string, unknown>;

const root = new URL('../../', import.meta.url);
const names = filesOf('da');

describe('the files of messages', () => {
  test('have one name in both languages, and are listed for the compiler', () => {
    const settings = readJson('project.inlang/settings.json');
    const { pathPattern } = settings['plugin.inlang.messageFormat'] as { pathPattern: string[] };
    expect(filesOf('en')).toEqual(names);
    expect(pathPattern).toEqual(names.map((name) => `./messages/{locale}/${name}`));
  });

  test.each(names)('%s holds the same keys with the same inputs in both', (name) => {
    expect(inputsOf(messagesIn('en', name))).toEqual(inputsOf(messagesIn('da', name)));
  });

  test.each(names)('%s holds sorted keys that begin with its name', (name) => {
    for (const locale of locales) {
      const keys = Object.keys(messagesIn(locale, name));
      expect(keys).toEqual(keys.toSorted());
      expect(keys.filter((key) => !key.startsWith(`${name.slice(0, -5)}_`))).toEqual([]);
    }
  });

  test('hold no sentence under two keys', () => {
    const [danish, english] = locales.map(allMessages) as [Messages, Messages];
    const sentence = (key: string) => JSON.stringify([danish[key], english[key]]);
    const keys = Map.groupBy(Object.keys(danish), sentence);
    expect([...keys.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  test('hold no key that nothing uses', () => {
    const { used, templates } = keysInSource();
    const isUsed = (key: string) => used.has(key) || templates.some((each) => each.test(key));
    expect(Object.keys(allMessages('da')).filter((key) => !isUsed(key))).toEqual([]);
  });
});

function readJson(path: string): Messages {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Messages;
}

function filesOf(locale: Locale): string[] {
  const files = readdirSync(new URL(`messages/${locale}/`, root));
  return files.toSorted();
}

function messagesIn(locale: Locale, name: string): Messages {
  const { $schema: _, ...messages } = readJson(`messages/${locale}/${name}`);
  return messages;
}

function allMessages(locale: Locale): Messages {
  return Object.assign({}, ...names.map((name) => messagesIn(locale, name))) as Messages;
}

/** Returns, by key, the names between braces in the message and those that it declares. */
function inputsOf(messages: Messages): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const found = JSON.stringify(message).matchAll(/\{(\w+)\}|"input (\w+)/g);
      return [
        key,
        [...new Set([...found].map(([, used, declared]) => (used ?? declared)!))].sort()
      ];
    })
  );
}

/** Returns the keys that the source names, and patterns for those that it builds from parts. */
function keysInSource(): { used: Set<string>; templates: RegExp[] } {
  const source = sourceFiles().map((path) => readFileSync(path, 'utf8'));
  const written = /\bm\s*\.\s*(\w+)|\b(?:say|heard)\('(\w+)'/g;
  const composed = /`([a-z]+_\w*)\$\{[^}]+\}(\w*)`/g;
  const matches = (pattern: RegExp) => source.flatMap((text) => [...text.matchAll(pattern)]);
  return {
    used: new Set(matches(written).map(([, key, found]) => (key ?? found)!)),
    templates: matches(composed).map(([, start, end]) => new RegExp(`^${start}\\w+${end}$`))
  };
}

function sourceFiles(): string[] {
  const folders = ['src/', 'demo/'].map((folder) => new URL(folder, root));
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test)\.(ts|svelte)$/.test(path))
      .map((path) => fileURLToPath(new URL(path, folder)))
  );
}
