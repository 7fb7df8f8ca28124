import { createHash } from 'node:crypto';
import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { rateLimit } from '../database/tables/index.ts';
import { limits, type LimitName } from './limits.ts';

/**
 * Whether something may be done once more; if not, in how many minutes it may, and whether this is the
 * first refusal.
 */
export type LimitResult =
  { isAllowed: true } | { isAllowed: false; minutes: number; isFirst: boolean };

/** A limit and what it is counted by: an account, an address or both. */
export type LimitKey = readonly [limit: LimitName, ...by: string[]];

export type Limiter = ReturnType<typeof limiterOf>;

const allowed: LimitResult = { isAllowed: true };

/**
 * Returns the limiter, which counts in the database, so that all instances count together. Call it
 * outside a transaction, so that an attempt is counted even if it fails. `factor` multiplies the
 * limits; with 0 nothing is counted. If the database cannot count, everything is allowed.
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
    /** Counts one more, before it is done, and returns whether it may be done. */
    async consume(key: LimitKey): Promise<LimitResult> {
      if (factor === 0) return allowed;
      const limiter = stores.get(key[0])!;
      try {
        await limiter.consume(hashOf(key));
        return allowed;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) return report(refused);
        const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
        const isFirst = refused.consumedPoints === limiter.points + 1;
        return { isAllowed: false, minutes, isFirst };
      }
    },

    /** Takes back one that was counted. */
    async refund(key: LimitKey) {
      if (factor > 0) await stores.get(key[0])!.reward(hashOf(key)).catch(report);
    },

    /** Sets the count to 0. */
    async reset(key: LimitKey) {
      if (factor > 0) await stores.get(key[0])!.delete(hashOf(key)).catch(report);
    }
  };
}

/** Deletes the counts whose time is up. */
export const deleteExpiredLimits = (database: Database, now: Date) =>
  database.delete(rateLimit).where(lt(rateLimit.expire, now));

/** Returns a hash of the key. JSON separates its parts, whatever characters they have. */
const hashOf = (key: LimitKey) =>
  createHash('sha256').update(JSON.stringify(key)).digest('base64url');

/** A failure is logged once a minute at most. */
const reportInterval = 60_000;
let lastReport = -Infinity;

/** Logs that counting failed, and allows what was to be counted. */
function report(error: unknown): LimitResult {
  if (Date.now() - lastReport > reportInterval) logError('Could not count what is limited', error);
  lastReport = Date.now();
  return allowed;
}
