import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMessages, refusalSentence } from './messages.ts';
import { Refusal } from '#lib/domain/refusal.ts';

const locales = ['da', 'en'] as const;
const folder = new URL('../../messages/', import.meta.url);

describe('the files of messages', () => {
  test('have one name in both languages, and are listed for the compiler', () => {
    const listed = readJson(new URL('../project.inlang/settings.json', folder));
    const { pathPattern } = listed['plugin.inlang.messageFormat'] as { pathPattern: string[] };
    const names = filesOf('da');
    expect(filesOf('en')).toEqual(names);
    expect(pathPattern).toEqual(names.map((name) => `./messages/{locale}/${name}`));
  });

  test.each(filesOf('da'))('%s holds the same keys with the same inputs in both', (name) => {
    const [danish, english] = locales.map((locale) => messagesIn(locale, name));
    expect(inputsOf(english!)).toEqual(inputsOf(danish!));
  });

  test.each(filesOf('da'))('%s holds sorted keys that begin with its name', (name) => {
    for (const locale of locales) {
      const keys = Object.keys(messagesIn(locale, name));
      expect(keys).toEqual(keys.toSorted());
      expect(keys.filter((key) => !key.startsWith(`${name.slice(0, -5)}_`))).toEqual([]);
    }
  });
});

describe('reading messages without a build', () => {
  test('fills inputs in', () => {
    expect(readMessages('da')('ui_block_number', { number: 4 })).toBe('Afsnit 4');
  });

  test('chooses the plural of the count', () => {
    const say = readMessages('en');
    expect(say('comparison_skipped', { count: 1 })).toBe('1 unchanged paragraph');
    expect(say('comparison_skipped', { count: 2 })).toBe('2 unchanged paragraphs');
  });

  test('tells a refusal in English', () => {
    expect(refusalSentence(new Refusal('notFound'))).toBe(
      'It does not exist, or you do not have access to it.'
    );
  });

  test('refuses a key that no file holds', () => {
    expect(() => readMessages('da')('nobody_said')).toThrow('There is no message nobody_said');
  });
});

type Messages = Record<string, unknown>;

function readJson(file: URL): Messages {
  return JSON.parse(readFileSync(file, 'utf8')) as Messages;
}

function filesOf(locale: string): string[] {
  return readdirSync(new URL(`${locale}/`, folder)).toSorted();
}

function messagesIn(locale: string, name: string): Messages {
  const { $schema: _, ...messages } = readJson(new URL(`${locale}/${name}`, folder));
  return messages;
}

/** The names between braces, and those that a message declares, of each key. */
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
