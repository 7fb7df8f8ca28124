import { and, eq, like, or } from 'drizzle-orm';
import * as v from 'valibot';
import { mayBeginDocument } from '#lib/domain/hearing/permissions.ts';
import {
  audiences,
  levels,
  type Audience,
  type Level,
  type PersonRole
} from '#lib/domain/hearing/enums.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction, type MemberContext } from '../../access/context.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { inBatches } from '../../database/batches.ts';
import {
  document,
  documentPerson,
  draft,
  transition,
  workingGroupMember
} from '../../database/tables/index.ts';
import { documentText, line, lines, optionalId, plainLines, uuid } from '../../formats/fields.ts';
import { keyOfSent } from '../form-key.ts';
import { slugOf } from '../slug.ts';

/** In characters: a title is shown on the front page and in the address. */
const maxTitleLength = 160;
const maxSummaryLength = 500;
const maxPolicyAreaLength = 80;
const maxNamesLength = 10_000;
/** In characters: a policy text of 400 paragraphs has 70,000. */
export const maxDraftLength = 1_000_000;

export const documentForm = v.object({
  formKey: uuid,
  title: line(maxTitleLength),
  summary: plainLines(maxSummaryLength),
  policyArea: line(maxPolicyAreaLength),
  level: v.picklist(levels),
  regionId: optionalId,
  audience: v.picklist(audiences),
  proposers: lines(maxNamesLength),
  involved: lines(maxNamesLength),
  markdown: documentText(maxDraftLength),
  file: v.optional(v.file())
});

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
  /** The form's own key: the same values sent twice from one form begin one document. */
  formKey?: string;
};

/**
 * Begins a document in drafting, with the viewer as the first member of its working group; returns
 * its id and slug. Throws Refusal('notAllowed'), Refusal('regionUnexpected') if a document of
 * another level has a region, or Refusal('regionUnknown').
 */
export async function beginDocument(
  context: Context,
  { proposers, involved, markdown, formKey, ...plan }: DocumentPlan
): Promise<{ id: string; slug: string }> {
  const { viewer } = asMember(context);
  if (!mayBeginDocument(viewer)) throw new Refusal('notAllowed');
  if (plan.level !== 'region' && plan.regionId) throw new Refusal('regionUnexpected');
  const values = { ...plan, proposers, involved, markdown, formKey, by: viewer.id };
  const id = formKey && keyOfSent(formKey, values);
  return inTransaction(context, async (inside) => {
    await refuseUnknownRegions(inside, [plan.regionId]);
    const begun = await insertDocument(asMember(inside), { ...plan, id });
    if (!begun) return findBegun(inside, id);
    await insertBeginning(asMember(inside), begun.id, markdown);
    await insertPeople(inside, begun.id, 'proposer', proposers);
    await insertPeople(inside, begun.id, 'involved', involved);
    return begun;
  });
}

type DocumentFacts = Omit<DocumentPlan, 'proposers' | 'involved' | 'markdown' | 'formKey'>;

async function insertDocument(
  { database, viewer, now }: MemberContext,
  facts: DocumentFacts & { id: string | undefined }
) {
  const slug = await freeSlug(database, facts.title);
  const [begun] = await database
    .insert(document)
    .values({ ...facts, slug, state: 'drafting', createdBy: viewer.id, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: document.id, slug: document.slug });
  return begun ?? null;
}

/** Returns the slug of the title, with a number after it if another document has it. */
async function freeSlug(database: Context['database'], title: string): Promise<string> {
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

/**
 * Returns the document that the same form has begun already. Throws Refusal('slugTaken') if there
 * is none, since another document then got the same slug at the same time.
 */
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

/** Writes the first transition, the first member of the working group, and the draft. */
async function insertBeginning(
  { database, viewer, now }: MemberContext,
  documentId: string,
  markdown: string
) {
  await database
    .insert(transition)
    .values({ documentId, toState: 'drafting', round: 1, actorId: viewer.id, at: now });
  await database
    .insert(workingGroupMember)
    .values({ documentId, memberId: viewer.id, addedBy: viewer.id, addedAt: now });
  await database
    .insert(draft)
    .values({ documentId, markdown, updatedBy: viewer.id, updatedAt: now });
}

async function insertPeople(
  { database }: Context,
  documentId: string,
  role: PersonRole,
  names: string[]
) {
  const rows = names
    .map(cleanName)
    .filter(Boolean)
    .map((name, position) => ({ documentId, role, position, name }));
  await inBatches(rows, (portion) => database.insert(documentPerson).values(portion));
}
