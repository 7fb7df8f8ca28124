/** How often a password may be guessed wrong within the window before the account rests. */
const limit = 10;
const window = 15 * 60 * 1000;

const failures = new Map<string, number[]>();

/** Whether the account has been guessed at too often lately. Kept in memory: a restart forgives. */
export function isResting(account: string, now: Date): boolean {
  return recent(account, now).length >= limit;
}

/** Remembers a wrong guess. */
export function rememberFailure(account: string, now: Date) {
  failures.set(account, [...recent(account, now), now.getTime()]);
}

export const forgetFailures = (account: string) => failures.delete(account);

function recent(account: string, now: Date): number[] {
  const times = (failures.get(account) ?? []).filter((time) => time > now.getTime() - window);
  if (times.length === 0) failures.delete(account);
  return times;
}
