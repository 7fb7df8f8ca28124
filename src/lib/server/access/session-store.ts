import { createHash } from 'node:crypto';
import { and, eq, lte } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Database } from '../database/open.ts';
import { member, session } from '../database/tables/index.ts';
import { isOpenAccount, viewerColumns } from './viewer.ts';

/**
 * Stores the sessions of lucia under the SHA-256 hashes of their ids, so that a copy of the database
 * gives nobody access to an account. `getUserSessions` therefore returns hashes.
 */
export class SessionStore implements Adapter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Returns the session with its viewer, in one query, since every request needs both. */
  async getSessionAndUser(sessionId: string): ReturnType<Adapter['getSessionAndUser']> {
    const [found] = await this.#database
      .select({ expiresAt: session.expiresAt, viewer: viewerColumns })
      .from(session)
      .innerJoin(member, eq(member.id, session.memberId))
      .where(and(eq(session.id, digest(sessionId)), isOpenAccount));
    if (!found) return [null, null];
    const { viewer, expiresAt } = found;
    return [
      { id: sessionId, userId: viewer.id, expiresAt, attributes: {} },
      { id: viewer.id, attributes: { viewer } }
    ];
  }

  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const rows = await this.#database.select().from(session).where(eq(session.memberId, userId));
    return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt, attributes: {} }));
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession) {
    await this.#database.insert(session).values({ id: digest(id), memberId: userId, expiresAt });
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date) {
    await this.#database
      .update(session)
      .set({ expiresAt })
      .where(eq(session.id, digest(sessionId)));
  }

  async deleteSession(sessionId: string) {
    await this.#database.delete(session).where(eq(session.id, digest(sessionId)));
  }

  async deleteUserSessions(userId: string) {
    await this.#database.delete(session).where(eq(session.memberId, userId));
  }

  async deleteExpiredSessions() {
    await this.#database.delete(session).where(lte(session.expiresAt, new Date()));
  }
}

const digest = (id: string) => createHash('sha256').update(id).digest('hex');
