import { createHash } from 'node:crypto';
import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { rateLimit } from '../database/tables/index.ts';
import { limits, type LimitName } from './limits.ts';

/** Whether something may be done once more; if not, when, and whether it is refused the first time. */
export type Spent = { isAllowed: true } | { isAllowed: false; minutes: number; isFirst: boolean };

/** A limit and what it is counted by: an account, an address, or both together. */
export type Counted = readonly [limit: LimitName, ...by: string[]];

export type Limiter = ReturnType<typeof limiterOf>;

const allowed: Spent = { isAllowed: true };

/**
 * Counts what is limited, in the database, so that all instances count together. It is asked
 * outside a transaction: what was tried is counted, whatever becomes of it. `factor` multiplies
 * the limits; at 0 nothing is counted. A store that fails stops nobody.
 */
export function limiterOf(database: Database, factor: number) {
  const store = (name: LimitName) =>
    new RateLimiterDrizzle({
      ...{ storeClient: database, schema: rateLimit, clearExpiredByTimeout: false },
      ...{ keyPrefix: '', points: Math.ceil(limits[name].points * factor) },
      duration: limits[name].seconds
    });
  const names = Object.keys(limits) as LimitName[];
  const stores = new Map(names.map((name) => [name, store(name)]));

  return {
    /** Counts once more, before the thing is done, and tells whether it may be. */
    async spend(counted: Counted): Promise<Spent> {
      if (factor === 0) return allowed;
      const limiter = stores.get(counted[0])!;
      try {
        await limiter.consume(keyOf(counted));
        return allowed;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) return report(refused);
        const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
        const isFirst = refused.consumedPoints === limiter.points + 1;
        return { isAllowed: false, minutes, isFirst };
      }
    },

    /** Takes back what was counted, once: the password was right. */
    async giveBack(counted: Counted) {
      if (factor > 0) await stores.get(counted[0])!.reward(keyOf(counted)).catch(report);
    },

    /** Forgets all that was counted. */
    async forget(counted: Counted) {
      if (factor > 0) await stores.get(counted[0])!.delete(keyOf(counted)).catch(report);
    }
  };
}

/** Deletes what is counted no longer. */
export const deleteExpiredLimits = (database: Database, now: Date) =>
  database.delete(rateLimit).where(lt(rateLimit.expire, now));

/** JSON keeps the parts apart, whatever is in them. */
const keyOf = (counted: Counted) =>
  createHash('sha256').update(JSON.stringify(counted)).digest('base64url');

/** Once a minute is enough to tell whoever keeps the server. */
const quietFor = 60_000;
let lastReport = -Infinity;

function report(error: unknown): Spent {
  if (Date.now() - lastReport > quietFor) logError('Could not count what is limited', error);
  lastReport = Date.now();
  return allowed;
}
