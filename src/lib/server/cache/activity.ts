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
  // Addresses can be made up: one is known here only while it is being asked for.
  const underWay = new Map<string, () => Promise<number | null>>();
  return (slug) => {
    let ask = underWay.get(slug);
    if (!ask) {
      const read = () => readActivity(database, slug);
      underWay.set(slug, (ask = joining(read, () => underWay.delete(slug))));
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
