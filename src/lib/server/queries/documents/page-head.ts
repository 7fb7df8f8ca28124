import { and, asc, eq, sql } from 'drizzle-orm';
import { awaitsForum } from '#lib/domain/hearing/adoption.ts';
import { listActions, type DocumentAction } from '#lib/domain/hearing/document-actions.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { isInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { listStages, type Stage } from '#lib/domain/hearing/stages.ts';
import { mayWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import type { Audience, DocumentState, Level } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import { document, transition } from '../../database/tables/index.ts';
import { findAdoptionReview } from '../../hearing/adoption-review.ts';
import { memoize } from '../../cache/memoize.ts';
import { listVersions } from '../../text/versions.ts';
import { requireReadable, findHead, type DocumentHead } from '../../access/documents.ts';

/** The head of every page of a document, as plain data. */
export type PageHead = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  level: Level;
  regionName: string | null;
  policyArea: string;
  audience: Audience;
  state: DocumentState;
  round: number;
  hearing: { versionNumber: number; opensAt: Date; closesAt: Date; isOpen: boolean } | null;
  call: { opensAt: Date; closesAt: Date; isOpen: boolean } | null;
  /** The ids of the hearing and the call whose comments can still be answered and edited. */
  openIn: string[];
  /** The ids of those in which an author can ask for a comment to be withdrawn. */
  wishableIn: string[];
  /** The version that it is adopted in. */
  adopted: { versionNumber: number; adoptedAt: Date; adoptedBy: string | null } | null;
  /** Oldest first, without their texts. */
  versions: { number: number; publishedAt: Date; note: string }[];
  stages: Stage[];
  actions: DocumentAction[];
  counts: { inputs: number; comments: number; regions: number };
  /** Whether the viewer is in the working group. */
  worksOn: boolean;
};

/**
 * Returns the head of the document at the address. Its facts are read, in four queries, once for
 * each `revision` of the document's activity. Throws Refusal('notFound').
 */
export async function readPageHead(
  context: Context,
  slug: string,
  revision: number
): Promise<PageHead> {
  const key = `${slug} ${revision}`;
  const facts = await cached(context.database, key, () => readFacts(context, slug));
  const found = requireReadable(context, facts && facts.found);
  const { transitions, versions, counts, awaitsForum } = facts!;
  const { id, title, summary, level, regionName, policyArea, audience, state, round } = found;
  const { hearing, call } = found;
  const periods = [hearing, call].flatMap((each) => (each ? [{ ...each, round }] : []));
  return {
    ...{ id, slug, title, summary, level, regionName, policyArea, audience, state, round },
    hearing: hearing && {
      versionNumber: hearing.versionNumber,
      ...periodOf(hearing),
      isOpen: state === 'hearing' && isOpen(hearing, context.now)
    },
    call: call && {
      ...periodOf(call),
      isOpen: state === 'callForInput' && isOpen(call, context.now)
    },
    openIn: periods
      .filter((each) => isInputPeriodOpen(found, each, context.now))
      .map(({ id }) => id),
    wishableIn: periods.filter((each) => mayWish(found, each, context.now)).map(({ id }) => id),
    adopted: found.adopted,
    versions: versions.map(({ number, publishedAt, note }) => ({ number, publishedAt, note })),
    stages: listStages({ state, transitions, hearing, call }, context.now),
    actions: listActions(context.viewer, { ...found, awaitsForum }, context.now),
    counts,
    worksOn: mayWorkOn(context.viewer, found)
  };
}

type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>>;

/** The facts of one document take some kilobytes. */
const cached = memoize<Facts>({ entries: 200, bytes: 8 * 1024 * 1024 });

/** Returns what a head is made of, which is the same for every viewer; null if there is no such document. */
async function readFacts(context: Context, slug: string) {
  const found = await findHead(context, slug);
  if (!found) return null;
  const [transitions, versions, counts, review] = await Promise.all([
    listTransitions(context, found),
    listVersions(context, found.id),
    countDebate(context, found),
    found.state === 'adoptedWithReservations' ? findAdoptionReview(context, found) : null
  ]);
  const isAwaited = review !== null && awaitsForum(review.judgement);
  return { found, transitions, versions, counts, awaitsForum: isAwaited };
}

const periodOf = (period: { opensAt: Date; closesAt: Date; closedAt: Date | null }) => ({
  opensAt: period.opensAt,
  closesAt: period.closedAt ?? period.closesAt
});

/** Returns the transitions of the present round, oldest first. */
function listTransitions({ database }: Context, { id, round }: DocumentHead) {
  return database
    .select({ toState: transition.toState, at: transition.at })
    .from(transition)
    .where(and(eq(transition.documentId, id), eq(transition.round, round)))
    .orderBy(asc(transition.at));
}

/** Returns how many inputs, comments with replies, and regions with a rewrite the document has. */
async function countDebate({ database }: Context, { id, round }: DocumentHead) {
  const [counts] = await database
    .select({
      inputs: sql<number>`(select count(*)::int from input i
        where i.document_id = ${id} and i.withdrawn_at is null)`,
      comments: sql<number>`(select count(*)::int from standing_comment c
        where c.document_id = ${id})`,
      regions: sql<number>`(select count(distinct g.region_id)::int from rewrite w
        join meeting g on g.id = w.meeting_id join hearing h on h.id = w.hearing_id
        where h.document_id = ${id} and h.round = ${round}
          and w.posted_at is not null and w.withdrawn_at is null)`
    })
    .from(document)
    .where(eq(document.id, id));
  return counts!;
}
