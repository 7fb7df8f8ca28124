import { countOf, dayOf, readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const securityLogCommand: Command = {
  summary: 'print logins, refusals and changes of rights',
  usage: `Usage: npm run lydhoer -- security-log [--account EMAIL] [--since DAY] [--limit N]

Prints what happened to accounts, newest first, a line each: when (UTC), what, whose account, by
whom, and which role, region or limit. The log itself holds the accounts' ids; their e-mails are
looked up as it is printed. It is kept for 180 days.

  --account EMAIL   of one account
  --since DAY       from a day on, such as 2026-03-14
  --limit N         so many lines (200)
`,
  run: runSecurityLog
};

const options = {
  account: { type: 'string' } as const,
  since: { type: 'string' } as const,
  limit: { type: 'string' } as const
};

async function runSecurityLog(args: readonly string[]) {
  const { account, since, limit } = readArguments(args, options).values;
  const wanted = {
    since: since === undefined ? undefined : new Date(dayOf(since, '--since')),
    limit: limit === undefined ? 200 : countOf(limit, '--limit')
  };
  const { memberWith, withForum } = await import('./forum.ts');
  const { readSecurityLog } = await import('#lib/server/access/security-log.ts');
  const lines = await withForum(async (context) => {
    const memberId = account === undefined ? undefined : await memberWith(context, account);
    return readSecurityLog(context, { ...wanted, memberId });
  });
  for (const { at, event, account: whose, actedBy, detail } of lines)
    process.stdout.write(
      `${[at.toISOString(), event.padEnd(17), whose ?? '-', `by ${actedBy ?? '-'}`, detail ?? ''].join('  ').trim()}\n`
    );
  if (lines.length === 0) process.stdout.write('Nothing is written yet.\n');
}
