import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { BadInput } from '../../src/cli/command.ts';
import { importCommand } from '../../src/cli/import.ts';
import { limiterOf } from '#lib/server/access/limiter.ts';
import { readConfiguration } from '#lib/server/access/configuration.ts';
import { logIn } from '#lib/server/commands/members/log-in.ts';
import { openDatabase } from '#lib/server/database/open.ts';

/** A start of Node and PGlite each, on a machine that does other things too. */
const patience = 180_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lydhoer-cli-'));
  writeFileSync(join(folder, 'sti.md'), '# Stien langs åen\n\n## Derfor\n\nStien er for alle.\n');
  writeFileSync(join(folder, 'nul.md'), 'Vi mødtes\0.');
  expect(lydhoer(['migrate']).status).toBe(0);
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

test(
  'the first administrator is made from the command line, once, with the password that is piped in',
  () => {
    const words = ['users', 'add', 'Ida Prøve', 'ida@example.org', '--role', 'administrator'];
    expect(lydhoer(words, 'en-lang-kode\n')).toMatchObject({ status: 0 });
    const again = lydhoer(words, 'en-lang-kode\n');
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('already a member');
  },
  patience
);

test(
  'a password piped with CR LF and an address beyond ASCII make an account that can log in',
  async () => {
    const [email, password] = ['åse@blåbær.dk', 'kaffe og kringle'];
    const added = lydhoer(['users', 'add', 'Åse Bær', email], `${password}\r\n`);
    expect(added).toMatchObject({
      status: 0,
      stdout: 'Åse Bær is a member: åse@xn--blbr-roah.dk\n'
    });
    expect(await logsIn(email, password)).toBe(true);
    expect(lydhoer(['users', 'password', email], '\ufeffen anden sætning\r\n').status).toBe(0);
    expect(await logsIn(email, 'en anden sætning')).toBe(true);
    expect(lydhoer(['users', 'password', email], 'password123\n').stderr).toContain(
      'guessed first'
    );
  },
  patience
);

test(
  'what happened to an account is printed from the security log',
  () => {
    expect(lydhoer(['users', 'role', 'ida@example.org', 'politiskForum']).status).toBe(0);
    const { stdout } = lydhoer(['security-log', '--account', 'ida@example.org', '--limit', '2']);
    expect(stdout).toMatch(
      /^\S+Z {2}roleGranted +ida@example\.org {2}by - {2}politiskForum\n\S+Z {2}roleGranted .*administrator\n$/
    );
    expect(lydhoer(['security-log', '--since', '2190-01-01']).stdout).toBe(
      'Nothing is written yet.\n'
    );
    expect(lydhoer(['security-log', '--since', 'yesterday']).status).toBe(2);
    expect(lydhoer(['security-log', '--help']).stdout).toContain('180 days');
  },
  patience
);

test(
  'a document is imported once, and written out again for one who may read it',
  () => {
    const words = ['import', 'document', join(folder, 'sti.md'), '--member', 'ida@example.org'];
    expect(lydhoer(words).stdout).toBe(
      'Made /documents/stien-langs-aaen/draft: 2 blocks (1 heading, 1 paragraph)\n'
    );
    expect(lydhoer(words).stdout).toBe('Already there: /documents/stien-langs-aaen/draft\n');
    const shown = lydhoer([
      'export',
      'stien-langs-aaen',
      '--format',
      'json',
      '--member',
      'ida@example.org'
    ]);
    expect(JSON.parse(shown.stdout)).toMatchObject({ title: 'Stien langs åen', inputs: [] });
  },
  patience
);

const imports = (file: string, ...words: string[]) => [
  ...['document', join(folder, file), '--member', 'ida@example.org'],
  ...words
];

test(
  'an import that cannot be done ends with 2 and one line',
  () => {
    const { status, stderr } = lydhoer(['import', ...imports('none.md')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lydhoer: .+\n$/);
  },
  patience
);

test(
  'an import that nobody may do, or that is incomplete, is refused in one line',
  async () => {
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('DATA_DIR', join(folder, 'data'));
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const words of [
      imports('sti.md', '--member', 'nobody@example.org'),
      imports('nul.md'),
      ['discourse', ...imports('sti.md', '--document', 'stien-langs-aaen').slice(1)],
      ['rewrite', ...imports('sti.md').slice(1)],
      rewriteHeld('0000-01-01', '12'),
      rewriteHeld('2026-02-31', '12'),
      rewriteHeld('2026-03-14', '9999999999'),
      [...rewriteHeld('2026-03-14', '12'), '--minutes', join(folder, 'nul.md')]
    ]) {
      const refusal = await Promise.resolve(importCommand.run(words)).then(
        () => expect.fail('it was done'),
        (thrown: unknown) => thrown
      );
      expect(refusal).toBeInstanceOf(BadInput);
      expect((refusal as BadInput).message).toMatch(/^.+$/);
    }
  },
  patience
);

test(
  'a directory that a running forum has open is left alone',
  async () => {
    const open = await openDatabase({
      ...{ databaseUrl: null, dataDirectory: join(folder, 'data'), migrationsDirectory: 'drizzle' }
    });
    const { status, stderr } = lydhoer(['users', 'list']);
    await open.close();
    expect(status).toBe(2);
    expect(stderr).toContain(`in use by process ${process.pid}`);
  },
  patience
);

const rewriteHeld = (date: string, present: string) => [
  ...['rewrite', join(folder, 'sti.md'), '--document', 'stien-langs-aaen'],
  ...['--region', 'fyn', '--place', 'Odense', '--member', 'ida@example.org'],
  ...['--date', date, '--present', present]
];

/** Whether the e-mail and the password, as they are typed, let their owner in. */
async function logsIn(email: string, password: string): Promise<boolean> {
  const configuration = readConfiguration({ DATA_DIR: join(folder, 'data') });
  const { database, close } = await openDatabase(configuration);
  const context = { database, configuration, viewer: null, now: new Date() };
  const caller = { address: '192.0.2.1', device: undefined };
  try {
    return Boolean(await logIn(context, limiterOf(database, 1), { email, password }, caller));
  } finally {
    await close();
  }
}

/** Runs the command with the test's own directory. */
function lydhoer(words: string[], input = '') {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data') };
  return spawnSync(process.execPath, ['src/cli/main.ts', ...words], {
    env,
    input,
    encoding: 'utf8'
  });
}
