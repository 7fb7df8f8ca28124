import { asc, eq, sql } from 'drizzle-orm';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { hearingToSpeakIn, lockDocument } from '../../access/locks.ts';
import { change, meeting, rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { blocksOfVersion } from '../../text/version-blocks.ts';

/** A rewrite whose document is locked, with that document and the hearing. */
export type LockedRewrite = Awaited<ReturnType<typeof lockRewrite>>;

/**
 * Locks the rewrite's document for this transaction, for a viewer who may speak for its region now.
 * Throws Refusal('notFound') if there is none, or if it is not posted and the viewer may not see
 * it, Refusal('notAllowed') and Refusal('hearingNotOpen').
 */
export async function lockRewrite(context: Context, rewriteId: string) {
  const { database, viewer } = asMember(context);
  const document = await lockDocument(context, documentOfRewrite(rewriteId));
  const [found] = await database
    .select({ rewrite, regionId: meeting.regionId })
    .from(rewrite)
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .where(eq(rewrite.id, rewriteId));
  if (!found) throw new Refusal('notFound');
  if (!maySpeakForRegion(viewer, document, found.regionId))
    throw new Refusal(found.rewrite.postedAt ? 'notAllowed' : 'notFound');
  const hearing = await hearingToSpeakIn(context, document);
  if (hearing.id !== found.rewrite.hearingId) throw new Refusal('hearingNotOpen');
  return { rewrite: found.rewrite, document, hearing };
}

const documentOfRewrite = (rewriteId: string): DocumentId =>
  sql<string>`(select h.document_id from rewrite r join hearing h on h.id = r.hearing_id where r.id = ${rewriteId})`;

/**
 * Locks a rewrite that is not posted yet and has this revision. Throws Refusal('rewriteWithdrawn')
 * and Refusal('stale') beside the refusals of lockRewrite.
 */
export async function lockUnposted(context: Context, rewriteId: string, revision: number) {
  const locked = await lockRewrite(context, rewriteId);
  const { withdrawnAt, postedAt, ...row } = locked.rewrite;
  if (withdrawnAt) throw new Refusal('rewriteWithdrawn');
  if (postedAt || row.revision !== revision) throw new Refusal('stale');
  return locked;
}

/** The texts and the changes of a rewrite as they are saved. */
export type RewriteText = Awaited<ReturnType<typeof loadText>>;

/** Reads the blocks that the rewrite considered, its own blocks and its changes, each in order. */
export async function loadText({ database }: Context, { id, versionId, scope }: LockedRow) {
  const version = await blocksOfVersion(database, versionId);
  const within = scope && new Set(scope);
  const blocks = await database
    .select()
    .from(rewriteBlock)
    .where(eq(rewriteBlock.rewriteId, id))
    .orderBy(asc(rewriteBlock.position));
  const changes = await database
    .select()
    .from(change)
    .where(eq(change.rewriteId, id))
    .orderBy(asc(change.position));
  const considered = within ? version.filter(({ blockId }) => within.has(blockId)) : version;
  return { considered, blocks, changes };
}

type LockedRow = typeof rewrite.$inferSelect;
