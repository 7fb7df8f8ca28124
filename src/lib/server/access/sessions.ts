import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../database/open.ts';
import type { KnownViewer } from './viewer.ts';
import { SessionStore } from './session-store.ts';

/** The user of a session, with what permissions depend on. */
type User = { viewer: KnownViewer };
type KnownLucia = Lucia<Record<never, never>, User>;

declare module 'lucia' {
  interface Register {
    Lucia: KnownLucia;
    DatabaseUserAttributes: User;
  }
}

/** A hearing lasts some weeks, and nobody should have to log in again in the middle of it. */
const lifetime = new TimeSpan(30, 'd');

/** The value of the cookie, and the seconds that a browser keeps it. */
export type SessionCookie = { value: string; maxAge: number };

export type Sessions = ReturnType<typeof sessionsOf>;

/** Returns what begins, validates and ends the sessions in the database. */
export function sessionsOf(database: Database) {
  const lucia = new Lucia(new SessionStore(database), {
    sessionExpiresIn: lifetime,
    getUserAttributes: ({ viewer }) => ({ viewer })
  });
  return {
    /** Begins a session and returns its cookie; expired sessions are deleted. */
    async begin(memberId: string): Promise<SessionCookie> {
      await lucia.deleteExpiredSessions();
      const begun = await lucia.createSession(memberId, {});
      return cookie(begun.id);
    },

    /**
     * Returns the viewer whose session has the cookie's value, and a renewed cookie after half of its
     * lifetime; null if the session has ended.
     */
    async validate(
      value: string
    ): Promise<{ viewer: KnownViewer; renewed: SessionCookie | null } | null> {
      const { session, user } = await lucia.validateSession(value);
      if (!session) return null;
      return { viewer: user.viewer, renewed: session.fresh ? cookie(session.id) : null };
    },

    end: (value: string) => lucia.invalidateSession(value),
    endExpired: () => lucia.deleteExpiredSessions()
  };
}

const cookie = (id: string): SessionCookie => ({
  value: id,
  maxAge: lifetime.seconds()
});
