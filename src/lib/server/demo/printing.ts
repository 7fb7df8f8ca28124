import { m } from '#lib/paraglide/messages.js';
import type { DemoLogin } from './content/index.ts';
import { demoPassword } from './logins.ts';

/** The logins as lines for a terminal: the role, the e-mail and the password. */
export function loginLines(logins: readonly DemoLogin[]): string[] {
  if (logins.length === 0) return [];
  const names = logins.map(({ role }) => roleName[role]({}, inDanish));
  const width = Math.max(...names.map((name) => name.length));
  const lines = logins.map(
    ({ email }, index) => `  ${names[index]!.padEnd(width)}  ${email}  ${demoPassword}`
  );
  return [m.demo_logins({}, inDanish), ...lines];
}

/** Nobody has chosen a language in a terminal, and the demo is Danish. */
const inDanish = { locale: 'da' } as const;

const roleName = {
  member: m.demo_role_member,
  rapporteur: m.demo_role_rapporteur,
  workingGroup: m.demo_role_working_group,
  politiskForum: m.demo_role_politisk_forum,
  administrator: m.demo_role_administrator
};
