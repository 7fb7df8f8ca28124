import { sql } from 'drizzle-orm';
import { sessionsOf, type Sessions } from './auth/sessions.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { openDatabase, type Database } from './database/open.ts';
import { keepDeadlines } from './hearings/deadlines.ts';

/** The running forum: what requests share. */
export type Forum = {
  configuration: Configuration;
  database: Database;
  sessions: Sessions;
  close(): Promise<void>;
};

let running: Promise<Forum> | null = null;

/** Opens the database and brings its tables up to date; called again, gives the same forum. */
export function startForum(configuration = readConfiguration()): Promise<Forum> {
  running ??= open(configuration);
  return running;
}

async function open(configuration: Configuration): Promise<Forum> {
  const { database, migrate, close } = await openDatabase(configuration);
  await migrate();
  const letDeadlinesBe = await keepDeadlines({ configuration, database });
  return {
    configuration,
    database,
    sessions: sessionsOf(database),
    async close() {
      running = null;
      await letDeadlinesBe();
      await close();
    }
  };
}

/** Whether the database answers. */
export async function isReachable(database: Database): Promise<boolean> {
  return database.execute(sql`select 1`).then(
    () => true,
    () => false
  );
}
