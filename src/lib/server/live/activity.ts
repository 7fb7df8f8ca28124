import { eq } from 'drizzle-orm';
import type { Database } from '../database/open.ts';
import { document, documentActivity } from '../database/tables/index.ts';
import { joining } from './joining.ts';

/**
 * How far the activity of the document at the address is at this moment; null where there is no
 * such document. One query by two indexes, shared by all who ask at once. It is asked and not
 * remembered from what is notified, which may come late.
 */
export function activityOf(database: Database): (slug: string) => Promise<number | null> {
  const asked = new Map<string, () => Promise<number | null>>();
  return (slug) => {
    let ask = asked.get(slug);
    if (!ask) {
      if (asked.size >= mostAddresses) asked.clear();
      asked.set(slug, (ask = joining(() => readActivity(database, slug))));
    }
    return ask();
  };
}

/** Addresses can be made up; a forum has some hundred documents. */
const mostAddresses = 1000;

async function readActivity(database: Database, slug: string): Promise<number | null> {
  const [found] = await database
    .select({ revision: documentActivity.revision })
    .from(document)
    .innerJoin(documentActivity, eq(documentActivity.documentId, document.id))
    .where(eq(document.slug, slug));
  return found?.revision ?? null;
}
