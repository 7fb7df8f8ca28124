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

/** Does something with accounts and tells of it, a line each. */
type Doing = (words: string[], options: UserOptions) => Promise<string[]>;

/** Each by its verb. */
export const accounts = new Map<string, Doing>([
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
  const { password, told } = newPassword();
  const kept = await withForum(async (context) => {
    const regionId = options.region ? await findRegion(context, options.region) : null;
    if (options.region && !regionId)
      throw new BadInput(`There is no region with the slug ${options.region}`);
    const isRapporteur = options.rapporteur ?? false;
    return addAccount(context, { ...account, password, roles, regionId, isRapporteur });
  });
  return [`${account.name} is a member: ${kept}`, ...told];
}

async function changePassword([email]: string[]): Promise<string[]> {
  const { password, told } = newPassword();
  await withForum(async (context) =>
    setPassword(context, await memberWith(context, needed(email, 'EMAIL')), password)
  );
  return [`${email} has a new password, and is logged out everywhere.`, ...told];
}

async function changeRole([email, role]: string[], { remove }: UserOptions): Promise<string[]> {
  const known = oneOf(needed(role, 'ROLE'), memberRoles, 'ROLE');
  await withForum(async (context) =>
    setRole(context, await memberWith(context, needed(email, 'EMAIL')), known, !remove)
  );
  return [`${email} ${remove ? 'no longer has' : 'has'} the role ${known}.`];
}

/** The password that was piped in, or one made up, which is then told. */
function newPassword(): { password: string; told: string[] } {
  if (process.stdin.isTTY) return madeUp();
  const [given = ''] = readFileSync(0, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
  if (given === '') return madeUp();
  return { password: given, told: [] };
}

function madeUp() {
  const password = randomBytes(12).toString('base64url');
  return { password, told: [`Password: ${password}`] };
}
