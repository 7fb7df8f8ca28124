import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const FROM = `# Færgen

Færgen sejler hver time, også om natten. Billetten koster ti kroner for alle.

Kajen skal males.

Vi vil have en ny havnefoged, som taler med fiskerne.
`;
const TO = `# Færgen

Vi vil have en ny havnefoged, som taler med fiskerne.

Færgen sejler hver time, også om natten.

Billetten koster ti kroner for alle & enhver <her>.
`;
const PAGES = `Færgens program

Færgen sejler hver time, også om natten, og vi vil have:

3. en ny kaj
4. en ny færge

Side 1 af 2
\fBilletten koster ti kroner for alle, der vil med over fjorden.

Side 2 af 2
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lydhoer-'));
  for (const [name, content] of Object.entries(files())) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('aligning two files', () => {
  test('as a table says what became of what', () => {
    const { stdout, status } = lydhoer('align', 'old.md', 'new.md');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^old +new +relation +score +text$/m);
    expect(stdout).toMatch(/^0 +0 +unchanged/m);
    expect(stdout).toMatch(/^2 +deleted/m);
  });

  test('as JSON is one object a pair, a line each', () => {
    const { stdout } = lydhoer('align', '--json', 'old.md', 'new.md', 'old.md', 'old.md');
    const [first, second, ...rest] = stdout.split('\n');
    expect(rest).toEqual(['']);
    const { rows } = JSON.parse(first!);
    expect(rows.flatMap(({ old }: { old: number[] }) => old).sort()).toEqual([0, 1, 2, 3]);
    expect(rows.flatMap((row: { new: number[] }) => row.new).sort()).toEqual([0, 1, 2, 3]);
    const relations = JSON.parse(second!).rows.map((row: { relation: string }) => row.relation);
    expect(relations).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  test('as a page marks the changes, says them in words, and runs nothing of the text', () => {
    lydhoer('align', 'old.md', 'new.md', '--html', 'page.html');
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('<ins><span class="heard">indsat:');
    expect(page).toContain('<del><span class="heard">slettet:');
    expect(page).toContain('&amp;');
    expect(page).not.toContain('<her>');
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('takes plain text as well as Markdown', () => {
    expect(lydhoer('align', 'old.md', 'letter.txt').status).toBe(0);
  });
});

describe('printing the blocks of a file', () => {
  test('shows place, kind, level, mark and text of each, and what was set aside', () => {
    const { stdout, status } = lydhoer('blocks', 'pages.txt');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ +kind +level +mark +text$/m);
    expect(stdout).toMatch(/^0 +heading +1 +Færgens program$/m);
    expect(stdout).toMatch(/^2 +listItem +0 +3\. +en ny kaj$/m);
    expect(stdout).toMatch(/^Set aside:\npageFurniture +Side 1 af 2$/m);
  });

  test('as JSON is one object with the blocks and what was set aside', () => {
    const { blocks, setAside } = JSON.parse(lydhoer('blocks', '--json', 'old.md').stdout);
    expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph'
    ]);
    expect(setAside).toEqual([]);
  });
});

describe('what cannot be used is refused in one line', () => {
  test.each([
    ['no file', ['align'], 'two files'],
    ['an odd number of files', ['align', 'old.md'], 'in pairs'],
    ['a file that is not there', ['align', 'old.md', 'gone.md'], 'does not exist'],
    ['a folder', ['align', 'old.md', '.'], 'is a directory'],
    ['a binary file', ['align', 'binary.md', 'new.md'], 'is binary'],
    ['an empty file', ['align', 'empty.md', 'new.md'], 'is empty'],
    ['a file of blank lines', ['align', 'old.md', 'blank.md'], 'no text'],
    ['another encoding', ['align', 'latin.txt', 'new.md'], 'not UTF-8'],
    ['UTF-16', ['align', 'wide.txt', 'new.md'], 'UTF-16'],
    ['blocks of no file', ['blocks'], 'one file'],
    ['blocks of two files', ['blocks', 'old.md', 'new.md'], 'one file'],
    ['an unknown option', ['align', 'old.md', 'new.md', '--loud'], '--loud'],
    ['an unknown command', ['shout'], 'no command'],
    ['a page that cannot be written', ['align', 'old.md', 'new.md', '--html', '.'], 'written']
  ])('%s', (_what, args, reason) => {
    const { stdout, stderr, status } = lydhoer(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^lydhoer: .*\n$/);
    expect(stderr).toContain(reason);
  });

  test('and help is no refusal', () => {
    expect(lydhoer('--help').stdout).toContain('align');
    expect(lydhoer('align', '--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

function files(): Record<string, string | Uint8Array> {
  return {
    'old.md': FROM,
    'new.md': TO,
    'letter.txt': 'Færgen sejler hver time, også om\nnatten.\n\nKajen skal males.\n',
    'pages.txt': PAGES,
    'empty.md': '',
    'blank.md': ' \n\n \n',
    'binary.md': Uint8Array.of(72, 0, 255, 3),
    'latin.txt': Uint8Array.of(98, 108, 0xe5, 98),
    'wide.txt': Uint8Array.of(0xff, 0xfe, 72, 0)
  };
}

function lydhoer(...args: string[]) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  return spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
}
