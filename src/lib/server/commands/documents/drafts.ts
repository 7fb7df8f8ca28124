import { and, eq, like, or } from 'drizzle-orm';
import { mayBeginDocument } from '#lib/domain/hearing/permissions.ts';
import type { Audience, Level, PersonRole } from '#lib/domain/hearing/words.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import { lockForWork } from '../../access/locks.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { inPortions } from '../../database/portions.ts';
import {
  document,
  documentPerson,
  draft,
  transition,
  workingGroupMember
} from '../../database/tables/index.ts';
import { correctionsOn } from '../../text/draft-blocks.ts';
import { keyOfSent } from '../form-key.ts';
import { slugOf } from '../slug.ts';

export type DocumentPlan = {
  title: string;
  summary: string;
  level: Level;
  policyArea: string;
  regionId: string | null;
  audience: Audience;
  proposers: string[];
  involved: string[];
  markdown: string;
  /** The form's own key: the same words sent twice from one form begin one document. */
  formKey?: string;
};

/**
 * Begins a document in drafting, with the member as the first of its working group; gives its id and
 * slug. Refuses with regionUnknown.
 */
export async function beginDocument(
  context: Context,
  plan: DocumentPlan
): Promise<{ id: string; slug: string }> {
  const { viewer, now } = asMember(context);
  if (!mayBeginDocument(viewer)) throw new Refusal('notAllowed');
  return inTransaction(context, async (inside) => {
    const { database } = inside;
    const { proposers, involved, markdown, formKey, ...described } = plan;
    await refuseUnknownRegions(inside, [plan.regionId]);
    const sentAs = formKey && keyOfSent(formKey, { ...plan, by: viewer.id });
    const slug = await freeSlug(inside, plan.title);
    const [begun] = await database
      .insert(document)
      .values({
        ...described,
        id: sentAs,
        slug,
        state: 'drafting',
        createdBy: viewer.id,
        createdAt: now
      })
      .onConflictDoNothing()
      .returning({ id: document.id });
    if (!begun) return findBegun(inside, sentAs);
    const { id } = begun;
    await database.insert(transition).values({
      documentId: id,
      toState: 'drafting',
      round: 1,
      actorId: viewer.id,
      at: now
    });
    await database
      .insert(workingGroupMember)
      .values({ documentId: id, memberId: viewer.id, addedBy: viewer.id, addedAt: now });
    await database
      .insert(draft)
      .values({ documentId: id, markdown, updatedBy: viewer.id, updatedAt: now });
    await writePeople(inside, id, 'proposer', proposers);
    await writePeople(inside, id, 'involved', involved);
    return { id, slug };
  });
}

/** The document that the same form has begun already; without one, two titles met at one address. */
async function findBegun(context: Context, id: string | undefined) {
  const { database, viewer } = asMember(context);
  const [found] = id
    ? await database
        .select({ id: document.id, slug: document.slug })
        .from(document)
        .where(and(eq(document.id, id), eq(document.createdBy, viewer.id)))
    : [];
  if (!found) throw new Refusal('slugTaken');
  return found;
}

/** The address that a title makes: plain letters and hyphens, numbered where it is taken. */
async function freeSlug({ database }: Context, title: string): Promise<string> {
  const slug = slugOf(title);
  const taken = await database
    .select({ slug: document.slug })
    .from(document)
    .where(or(eq(document.slug, slug), like(document.slug, `${slug}-%`)));
  const used = new Set(taken.map((each) => each.slug));
  if (!used.has(slug)) return slug;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

async function writePeople(
  { database }: Context,
  documentId: string,
  role: PersonRole,
  names: string[]
) {
  await database
    .delete(documentPerson)
    .where(and(eq(documentPerson.documentId, documentId), eq(documentPerson.role, role)));
  const rows = names
    .map(cleanName)
    .filter(Boolean)
    .map((name, position) => ({ documentId, role, position, name }));
  await inPortions(rows, (portion) => database.insert(documentPerson).values(portion));
}

/**
 * Saves what the working group writes; what was said of its paragraphs goes with them. Refuses with
 * stale where somebody saved after `revision`.
 */
export async function saveDraft(
  context: Context,
  documentId: string,
  { markdown, revision }: { markdown: string; revision: number }
): Promise<{ revision: number }> {
  return inTransaction(context, async (inside) => {
    await lockForWork(inside, documentId);
    const { database, viewer, now } = asMember(inside);
    const [before] = await database.select().from(draft).where(eq(draft.documentId, documentId));
    if (before?.revision !== revision) throw new Refusal('stale');
    const corrections = correctionsOn(markdown, before);
    const saved = { markdown, corrections, revision: revision + 1 };
    await database
      .update(draft)
      .set({ ...saved, updatedBy: viewer.id, updatedAt: now })
      .where(eq(draft.documentId, documentId));
    return { revision: revision + 1 };
  });
}
