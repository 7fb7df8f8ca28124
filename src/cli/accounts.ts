import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { memberRoles } from '#lib/domain/hearing/enums.ts';
import { findRegion } from '#lib/server/access/regions.ts';
import { addAccount } from '#lib/server/commands/members/add-account.ts';
import { setPassword } from '#lib/server/commands/members/set-password.ts';
import { setRole } from '#lib/server/commands/members/set-role.ts';
import { listAccounts } from '#lib/server/queries/members/accounts.ts';
import { needed, oneOf } from './arguments.ts';
import { BadInput } from './command.ts';
import { memberWith, withForum } from './forum.ts';
import type { UserOptions } from './users.ts';

/** A verb of the command: does its work, and returns the lines to print. */
type Verb = (words: string[], options: UserOptions) => Promise<string[]>;

/** The verbs of the command by their names. */
export const accounts = new Map<string, Verb>([
  ['list', list],
  ['add', add],
  ['password', changePassword],
  ['role', changeRole]
]);

async function list(): Promise<string[]> {
  const all = await withForum(listAccounts);
  if (all.length === 0)
    return ['There is nobody yet. Begin with: users add NAME EMAIL --role administrator'];
  const width = Math.max(...all.map(({ email }) => email.length));
  return all.map(({ name, email, roles, rapporteurOf, isClosed }) => {
    const regions = rapporteurOf.map((slug) => `rapporteur of ${slug}`);
    const marks = [...roles, ...regions, ...(isClosed ? ['closed'] : [])];
    return `${email.padEnd(width)}  ${name}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  });
}

async function add([name, email]: string[], options: UserOptions): Promise<string[]> {
  const roles = (options.role ?? []).map((role) => oneOf(role, memberRoles, '--role'));
  const account = { name: needed(name, 'NAME'), email: needed(email, 'EMAIL') };
  if (options.rapporteur && !options.region) throw new BadInput('--rapporteur needs --region');
  const { password, lines } = newPassword();
  const id = await withForum(async (context) => {
    const regionId = options.region ? await findRegion(context, options.region) : null;
    if (options.region && !regionId)
      throw new BadInput(`There is no region with the slug ${options.region}`);
    const isRapporteur = options.rapporteur ?? false;
    return addAccount(context, { ...account, password, roles, regionId, isRapporteur });
  });
  return [`${account.name} is a member: ${id}`, ...lines];
}

async function changePassword([email]: string[]): Promise<string[]> {
  const { password, lines } = newPassword();
  await withForum(async (context) =>
    setPassword(context, await memberWith(context, needed(email, 'EMAIL')), password)
  );
  return [`${email} has a new password, and is logged out everywhere.`, ...lines];
}

async function changeRole([email, role]: string[], { remove }: UserOptions): Promise<string[]> {
  const known = oneOf(needed(role, 'ROLE'), memberRoles, 'ROLE');
  await withForum(async (context) =>
    setRole(context, await memberWith(context, needed(email, 'EMAIL')), known, !remove)
  );
  return [`${email} ${remove ? 'no longer has' : 'has'} the role ${known}.`];
}

/** Returns the password that was piped in, or a random one with the line that prints it. */
function newPassword(): { password: string; lines: string[] } {
  if (process.stdin.isTTY) return randomPassword();
  const [given = ''] = readFileSync(0, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
  if (given === '') return randomPassword();
  return { password: given, lines: [] };
}

function randomPassword() {
  const password = randomBytes(12).toString('base64url');
  return { password, lines: [`Password: ${password}`] };
}
