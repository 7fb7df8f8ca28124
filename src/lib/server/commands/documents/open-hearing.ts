import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import type { PartyKind } from '#lib/domain/hearing/enums.ts';
import { cleanName } from '#lib/domain/name.ts';
import { fromDanishTime, toDanishTime } from '#lib/domain/time.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { inBatches } from '../../database/batches.ts';
import { hearing, invitedParty, version } from '../../database/tables/index.ts';
import { day, lines, text, time, uuid } from '../../formats/fields.ts';
import { listRegions, type Party } from '../../hearing/parties.ts';
import { takeStep } from '../take-step.ts';

const maxReasonLength = 1000;
const maxNamesLength = 10_000;

export const hearingForm = v.object({
  opens: day,
  opensTime: v.optional(v.union([v.literal(''), time]), ''),
  closes: day,
  closesTime: time,
  reasonForShortPeriod: text(maxReasonLength),
  regions: v.optional(v.array(uuid), []),
  groups: lines(maxNamesLength),
  organisations: lines(maxNamesLength)
});

type HearingForm = v.InferOutput<typeof hearingForm>;

export type HearingPlan = {
  opensAt: Date;
  closesAt: Date;
  reasonForShortPeriod: string;
  invited: Party[];
};

/** Returns the plan of the form. Throws Refusal('regionUnknown') if one of its regions is unknown. */
export async function planHearing(context: Context, form: HearingForm): Promise<HearingPlan> {
  return {
    opensAt: openingOf(form, context.now),
    closesAt: fromDanishTime(form.closes, form.closesTime),
    reasonForShortPeriod: form.reasonForShortPeriod,
    invited: await invitedBy(context, form)
  };
}

/** Returns `now` for today without a time, and the beginning of the day for another without one. */
function openingOf({ opens, opensTime }: HearingForm, now: Date): Date {
  if (opensTime) return fromDanishTime(opens, opensTime);
  return opens === toDanishTime(now).date ? now : fromDanishTime(opens, '00:00');
}

async function invitedBy(
  context: Context,
  { regions, groups, organisations }: HearingForm
): Promise<Party[]> {
  await refuseUnknownRegions(context, regions);
  const known = await listRegions(context);
  const named = (kind: PartyKind, names: string[]) =>
    [...new Set(names)].map((name) => ({ kind, name, regionId: null }));
  return [
    ...known
      .filter(({ id }) => regions.includes(id))
      .map(({ id, name }) => ({ kind: 'region' as const, name, regionId: id })),
    ...named('group', groups),
    ...named('organisation', organisations)
  ];
}

/**
 * Opens a hearing on the newest version, with the parties that are invited to it; returns its id.
 * Throws as lifecycle.openHearing does.
 */
export async function openHearing(
  context: Context,
  documentId: DocumentId,
  { invited, ...plan }: HearingPlan
): Promise<{ hearingId: string }> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now, configuration } = asMember(inside);
    const locked = await lockForWork(inside, documentId);
    const versionId = await findNewestVersion(inside, locked.id);
    const { step, period } = lifecycle.openHearing(
      locked.state,
      { ...plan, hasVersion: versionId !== null },
      { minDays: configuration.minHearingDays, now }
    );
    const [opened] = await database
      .insert(hearing)
      .values({
        ...plan,
        ...period,
        documentId: locked.id,
        versionId: versionId!,
        round: locked.round,
        openedBy: viewer.id
      })
      .returning({ id: hearing.id });
    await inviteParties(inside, opened!.id, invited);
    await takeStep(inside, locked, step);
    return { hearingId: opened!.id };
  });
}

async function findNewestVersion({ database }: Context, documentId: string) {
  const [newest] = await database
    .select({ id: version.id })
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(desc(version.number))
    .limit(1);
  return newest?.id ?? null;
}

async function inviteParties({ database }: Context, hearingId: string, invited: Party[]) {
  const parties = invited.map(({ name, ...party }) => ({
    ...{ ...party, hearingId },
    name: cleanName(name)
  }));
  await inBatches(parties, (portion) => database.insert(invitedParty).values(portion));
}
