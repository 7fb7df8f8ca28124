import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import { judgeAdoption, type Judgement } from '#lib/domain/hearing/adoption.ts';
import { compareVersions, type VersionComparison } from '#lib/domain/hearing/version-comparison.ts';
import type { Ancestry, VersionedBlock } from '#lib/domain/hearing/version-links.ts';
import type { Context } from '../access/context.ts';
import {
  adoptionStep,
  decision,
  reservation,
  submission,
  version,
  versionBlock
} from '../database/tables/index.ts';
import { listVersionBlocks } from '../text/versions.ts';

type FullVersion = typeof version.$inferSelect & {
  blocks: (VersionedBlock & { number: number | null; position: number })[];
};

/**
 * An adoption with reservations: the submitted version compared with the newest, and what it lacks.
 */
export type AdoptionReview = {
  decisionId: string;
  submitted: FullVersion;
  last: FullVersion;
  comparison: VersionComparison;
  judgement: Judgement<typeof reservation.$inferSelect>;
  steps: (typeof adoptionStep.$inferSelect)[];
};

/**
 * Returns the review of the round's adoption with reservations, or null if there is none. The
 * newest version is compared with the submitted one, whatever was published between them.
 */
export async function findAdoptionReview(
  context: Context,
  document: { id: string; round: number }
): Promise<AdoptionReview | null> {
  const { database } = context;
  const decided = await findDecision(context, document);
  if (!decided) return null;
  const submitted = await readFullVersion(context, eq(version.id, decided.versionId));
  const last = await readFullVersion(context, eq(version.documentId, document.id));
  const comparison = compareVersions(
    { from: submitted, steps: await listAncestries(context, submitted, last), to: last },
    digest
  );
  const reservations = await database
    .select()
    .from(reservation)
    .where(eq(reservation.decisionId, decided.id))
    .orderBy(asc(reservation.position));
  const steps = await database
    .select()
    .from(adoptionStep)
    .where(eq(adoptionStep.decisionId, decided.id))
    .orderBy(asc(adoptionStep.ordinal));
  const judgement = judgeAdoption(comparison, reservations, steps);
  return { decisionId: decided.id, submitted, last, comparison, judgement, steps };
}

/** Returns the round's adoption with reservations, and the version that was submitted. */
async function findDecision({ database }: Context, { id, round }: { id: string; round: number }) {
  const [found] = await database
    .select({ id: decision.id, versionId: submission.versionId })
    .from(decision)
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .where(
      and(
        eq(submission.documentId, id),
        eq(submission.round, round),
        eq(decision.outcome, 'adoptedWithReservations')
      )
    );
  return found ?? null;
}

/** Returns the newest version that meets the condition, with its blocks. */
async function readFullVersion(
  { database }: Context,
  where: ReturnType<typeof eq>
): Promise<FullVersion> {
  const [found] = await database
    .select()
    .from(version)
    .where(where)
    .orderBy(desc(version.number))
    .limit(1);
  return { ...found!, blocks: await listVersionBlocks(database, found!.id) };
}

/**
 * Returns the origins of the blocks of each version after the submitted one, oldest version first.
 */
async function listAncestries(
  { database }: Context,
  submitted: FullVersion,
  last: FullVersion
): Promise<Ancestry[][]> {
  const rows = await database
    .select({
      number: version.number,
      blockId: versionBlock.blockId,
      origins: versionBlock.origins
    })
    .from(versionBlock)
    .innerJoin(version, eq(version.id, versionBlock.versionId))
    .where(
      and(
        eq(version.documentId, submitted.documentId),
        gt(version.number, submitted.number),
        lte(version.number, last.number)
      )
    )
    .orderBy(asc(version.number), asc(versionBlock.position));
  return [...Map.groupBy(rows, ({ number }) => number).values()];
}

/** Returns the digest by which a change is saved and sent in a form. */
const digest = (name: string) => createHash('sha256').update(name).digest('base64url');
