import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import type { PartyKind } from '#lib/domain/hearing/words.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { inPortions } from '../../database/portions.ts';
import { document, hearing, invitedParty, version } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';
import { findHearing } from '../../access/documents.ts';

export type HearingPlan = {
  opensAt: Date;
  closesAt: Date;
  reasonForShortPeriod: string;
  invited: { kind: PartyKind; name: string; regionId: string | null }[];
};

/** Opens the newest version for input, and says who was asked. Refuses what lifecycle.openHearing does. */
export async function openHearing(
  context: Context,
  documentId: string,
  { invited, ...plan }: HearingPlan
): Promise<{ hearingId: string }> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now, configuration } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    const [newest] = await database
      .select({ id: version.id })
      .from(version)
      .where(eq(version.documentId, documentId))
      .orderBy(desc(version.number))
      .limit(1);
    const { step, period } = lifecycle.openHearing(
      held.state,
      { ...plan, hasVersion: newest !== undefined },
      { leastDays: configuration.leastHearingDays, now }
    );
    const [opened] = await database
      .insert(hearing)
      .values({
        ...plan,
        ...period,
        documentId,
        versionId: newest!.id,
        round: held.round,
        openedBy: viewer.id
      })
      .returning({ id: hearing.id });
    const hearingId = opened!.id;
    const parties = invited.map(({ name, ...party }) => ({
      ...{ ...party, hearingId },
      name: cleanName(name)
    }));
    await inPortions(parties, (portion) => database.insert(invitedParty).values(portion));
    await takeStep(inside, held, step);
    return { hearingId };
  });
}

/** Closes the hearing by hand, before its time or after it. */
export async function closeHearing(context: Context, documentId: string, reason: string) {
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const closing = lifecycle.step(held.state, 'processing', reason);
    const open = await findHearing(inside, held);
    if (!open) throw new Refusal('notFound');
    await inside.database
      .update(hearing)
      .set({ closedAt: inside.now })
      .where(eq(hearing.id, open.id));
    await takeStep(inside, held, closing);
  });
}

/** Closes every hearing whose time is up, as of that time and in nobody's name; gives how many. */
export async function closeDueHearings(context: Context): Promise<number> {
  return inTransaction({ ...context, viewer: null }, async (inside) => {
    const { database, now } = inside;
    const due = await database
      .select({ hearing, document })
      .from(hearing)
      .innerJoin(
        document,
        and(eq(document.id, hearing.documentId), eq(document.round, hearing.round))
      )
      .where(
        and(eq(document.state, 'hearing'), isNull(hearing.closedAt), lte(hearing.closesAt, now))
      )
      .orderBy(asc(document.id))
      .for('update', { of: document });
    for (const each of due) {
      const at = { ...inside, now: each.hearing.closesAt };
      await database
        .update(hearing)
        .set({ closedAt: at.now })
        .where(eq(hearing.id, each.hearing.id));
      await takeStep(at, each.document, lifecycle.step('hearing', 'processing'));
    }
    return due.length;
  });
}
