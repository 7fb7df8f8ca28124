import { eq } from 'drizzle-orm';
import type { Database } from '../database/open.ts';
import { document, documentActivity } from '../database/tables/index.ts';
import { singleFlight } from './single-flight.ts';

/**
 * Returns the revision of the document's activity by its address: a number that every write to the
 * document raises. Null if there is no such document.
 */
export type Activity = (slug: string) => Promise<number | null>;

/**
 * Returns how to read activities from the database: one query by two indexes, shared by all who ask
 * at once. It is read each time and not remembered from notifications, which may come late.
 */
export function openActivity(database: Database): Activity {
  // Addresses can be made up: one is known here only while it is being asked for.
  const underWay = new Map<string, () => Promise<number | null>>();
  return (slug) => {
    let ask = underWay.get(slug);
    if (!ask) {
      const read = () => readActivity(database, slug);
      underWay.set(slug, (ask = singleFlight(read, () => underWay.delete(slug))));
    }
    return ask();
  };
}

async function readActivity(database: Database, slug: string): Promise<number | null> {
  const [found] = await database
    .select({ revision: documentActivity.revision })
    .from(document)
    .innerJoin(documentActivity, eq(documentActivity.documentId, document.id))
    .where(eq(document.slug, slug));
  return found?.revision ?? null;
}

/** Returns the same question, which asks `activity` at most once for each address: for one request. */
export function askOnce(activity: Activity): Activity {
  const answers = new Map<string, ReturnType<Activity>>();
  return (slug) => {
    const asked = answers.get(slug) ?? activity(slug);
    answers.set(slug, asked);
    return asked;
  };
}
