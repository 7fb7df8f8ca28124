import { limiterOf, type Limiter } from './access/limiter.ts';
import { sessionsOf, type Sessions } from './access/sessions.ts';
import { readConfiguration, type Configuration } from './access/configuration.ts';
import { openDatabase, type Database } from './database/open.ts';
import { startDeadlines } from './jobs/deadlines.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { openActivity } from './cache/activity.ts';
import { openHub, type Hub } from './cache/hub.ts';

/** The running forum: what all requests share. */
export type Forum = {
  configuration: Configuration;
  database: Database;
  sessions: Sessions;
  /** Limits how often something may be done. */
  limiter: Limiter;
  /** Tells open pages of changes. */
  hub: Hub;
  /** Returns the revision of a document's activity by its address. */
  activity: ReturnType<typeof openActivity>;
  /** Ends the streams of open pages, so that the server can stop. */
  drain(): Promise<void>;
  /** Closes the database; no request may follow. */
  close(): Promise<void>;
};

/**
 * Kept outside the module, since Vite's dev server reloads the module and the database can be open
 * only once.
 */
const kept = globalThis as { lydhoer?: Promise<Forum> };

/**
 * Opens the database and runs its migrations, then the jobs. Called again, it returns the same
 * forum.
 */
export function startForum(configuration = readConfiguration()): Promise<Forum> {
  kept.lydhoer ??= open(configuration);
  return kept.lydhoer;
}

async function open(configuration: Configuration): Promise<Forum> {
  const { database, migrate, listen, close } = await openDatabase(configuration);
  await migrate();
  if (configuration.demo) {
    // Imported here, so that a forum with DEMO=off neither loads the demo nor reads its files.
    const { startDemo } = await import('../../../demo/start.ts');
    await startDemo({ database, configuration });
  }
  const stopDeadlines = await startDeadlines({ configuration, database });
  const stopHousekeeping = startHousekeeping(database);
  const hub = await openHub(database, listen);
  return {
    configuration,
    database,
    sessions: sessionsOf(database),
    limiter: limiterOf(database, configuration.limits),
    hub,
    activity: openActivity(database),
    drain: () => hub.close(),
    async close() {
      await hub.close();
      await stopDeadlines();
      await stopHousekeeping();
      await close();
    }
  };
}
