import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../database/open.ts';
import { SessionStore } from './session-store.ts';

/** A hearing lasts some weeks, and nobody should have to log in again in the middle of it. */
const lifetime = new TimeSpan(30, 'd');

/** What the cookie holds, and how long a browser keeps it. */
export type SessionCookie = { name: string; value: string; maxAge: number };

export type Sessions = ReturnType<typeof sessionsOf>;

/** The logins of a database: begun, recognised and ended. */
export function sessionsOf(database: Database) {
  const lucia = new Lucia(new SessionStore(database), {
    sessionExpiresIn: lifetime,
    sessionCookie: { name: 'session' }
  });
  return {
    cookieName: lucia.sessionCookieName,

    /** Begins a login and gives its cookie. */
    async begin(memberId: string): Promise<SessionCookie> {
      const begun = await lucia.createSession(memberId, {});
      return cookie(lucia, begun.id);
    },

    /** Whose login the cookie's value is, and a renewed cookie when half its life is gone. */
    async recognise(
      value: string
    ): Promise<{ memberId: string; renewed: SessionCookie | null } | null> {
      const { session } = await lucia.validateSession(value);
      if (!session) return null;
      return {
        memberId: session.userId,
        renewed: session.fresh ? cookie(lucia, session.id) : null
      };
    },

    end: (value: string) => lucia.invalidateSession(value),
    endAllOf: (memberId: string) => lucia.invalidateUserSessions(memberId)
  };
}

const cookie = (lucia: Lucia, id: string): SessionCookie => ({
  name: lucia.sessionCookieName,
  value: id,
  maxAge: lifetime.seconds()
});
