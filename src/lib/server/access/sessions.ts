import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../database/open.ts';
import type { KnownViewer } from './viewer.ts';
import { SessionStore } from './session-store.ts';

/** A session's user comes with what the permissions hang on. */
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

/** What the cookie holds, and how long a browser keeps it. */
export type SessionCookie = { value: string; maxAge: number };

export type Sessions = ReturnType<typeof sessionsOf>;

/** The logins of a database: begun, recognised and ended. */
export function sessionsOf(database: Database) {
  const lucia = new Lucia(new SessionStore(database), {
    sessionExpiresIn: lifetime,
    getUserAttributes: ({ viewer }) => ({ viewer })
  });
  return {
    /** Begins a login and gives its cookie; those whose time is up are let go. */
    async begin(memberId: string): Promise<SessionCookie> {
      await lucia.deleteExpiredSessions();
      const begun = await lucia.createSession(memberId, {});
      return cookie(begun.id);
    },

    /** Who is logged in by the cookie's value, and a renewed cookie when half its life is gone. */
    async recognise(
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
