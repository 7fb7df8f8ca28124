import { eq, sql } from 'drizzle-orm';
import type { Step } from '#lib/domain/hearing/lifecycle.ts';
import type { Context } from '../access/context.ts';
import { document, transition } from '../database/tables/index.ts';

/** Moves the document one step and writes down who did it, when and why; the deadline is no one. */
export async function takeStep(
  { database, viewer, now }: Context,
  { id, round }: { id: string; round: number },
  { from, to, reason }: Step
) {
  await database
    .update(document)
    .set({ state: to, round, revision: sql`${document.revision} + 1` })
    .where(eq(document.id, id));
  await database.insert(transition).values({
    documentId: id,
    fromState: from,
    toState: to,
    round,
    actorId: viewer?.id ?? null,
    at: now,
    reason
  });
}
