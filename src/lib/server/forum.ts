import { limiterOf, type Limiter } from './access/limiter.ts';
import { sessionsOf, type Sessions } from './access/sessions.ts';
import { readConfiguration, type Configuration } from './access/configuration.ts';
import { openDatabase, type Database } from './database/open.ts';
import { keepDeadlines } from './jobs/deadlines.ts';
import { keepTidy } from './jobs/housekeeping.ts';
import { activityOf } from './cache/activity.ts';
import { openHub, type Hub } from './cache/hub.ts';

/** The running forum: what requests share. */
export type Forum = {
  configuration: Configuration;
  database: Database;
  sessions: Sessions;
  /** Counts what may be done only so often. */
  limiter: Limiter;
  /** Tells those who have a document open of what others write. */
  hub: Hub;
  /** How far a document's activity is, by its address. */
  activity: ReturnType<typeof activityOf>;
  /** Ends every stream of news, so that nobody is waited for. */
  drain(): Promise<void>;
  /** Lets go of the database; whoever asks afterwards is refused by it. */
  close(): Promise<void>;
};

/** Kept outside the module, since Vite's dev server loads it anew and the database opens once. */
const kept = globalThis as { lydhoer?: Promise<Forum> };

/** Opens the database and brings its tables up to date; called again, gives the same forum. */
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
  const letDeadlinesBe = await keepDeadlines({ configuration, database });
  const letTidyingBe = keepTidy(database);
  const hub = await openHub(database, listen);
  return {
    configuration,
    database,
    sessions: sessionsOf(database),
    limiter: limiterOf(database, configuration.limits),
    hub,
    activity: activityOf(database),
    drain: () => hub.close(),
    async close() {
      await hub.close();
      await letDeadlinesBe();
      await letTidyingBe();
      await close();
    }
  };
}
