import { openTestDatabase } from '../database.ts';
import { logEverybodyIn } from '../logins.ts';
import { buildForum, serve, type ServedForum } from '../serving.ts';
import { plant, plantPeople, type Person, type Planted } from './planting.ts';

/** A served forum with everything that is planted, and everybody's cookies. */
export type PlantedForum = {
  forum: ServedForum;
  planted: Planted[];
  cookies: Record<Person | 'stranger', string>;
  /** Stops the forum and deletes its database. */
  close(): Promise<void>;
};

/** Plants `times` times, as an hour ago, and serves the built forum on it without limits. */
export async function servePlanted(times = 1): Promise<PlantedForum> {
  buildForum();
  const database = await openTestDatabase();
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  const people = await plantPeople(database, anHourAgo);
  const planted: Planted[] = [];
  for (let time = 0; time < times; time++) planted.push(await plant(database, people, anHourAgo));
  const cookies = await logEverybodyIn(database, people);
  const { databaseUrl, dataDirectory } = database.configuration;
  if (databaseUrl === null) await database.release();
  const forum = await serve(dataDirectory, {
    ...{ DEMO: 'off', LIMITS: 'off', DATABASE_URL: databaseUrl ?? '' }
  });
  const close = async () => {
    await forum.stop();
    await database.close();
  };
  return { forum, planted, cookies, close };
}
