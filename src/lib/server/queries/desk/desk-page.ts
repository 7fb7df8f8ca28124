import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import { dispositions, inputKinds } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { comment, commentVoice, concealment } from '../../database/tables/index.ts';
import { uuid, wholeNumber } from '../../formats/fields.ts';
import { listBacklog, countInputs } from '../../hearing/inputs/backlog.ts';
import { findInputs, listInputs, maxAnsweredAtOnce } from '../../hearing/inputs/list.ts';
import { listRegions } from '../../hearing/parties.ts';
import { findPublication } from '../../hearing/answers.ts';
import { listThemes } from '../../hearing/themes.ts';
import { listWaitingWishes } from './waiting-wishes.ts';

/** The filter and the cursor in the page's address; a value that is not understood is left out. */
const askedQuery = v.object({
  kind: v.fallback(v.optional(v.picklist(inputKinds)), undefined),
  disposition: v.fallback(v.optional(v.picklist(dispositions)), undefined),
  region: v.fallback(v.optional(uuid), undefined),
  theme: v.fallback(v.optional(v.union([v.literal('none'), uuid])), undefined),
  lacking: v.fallback(v.optional(v.picklist(['missing', 'withoutReason'])), undefined),
  wished: v.fallback(v.optional(v.literal('yes')), undefined),
  after: v.fallback(v.optional(wholeNumber()), undefined)
});

/**
 * Returns the working group's page of a document's inputs: a page of those that the query filters,
 * what is lacking, and what waits for the group. The inputs to answer alike are found only while they
 * can be answered. Throws as readForWork does.
 */
export async function readDeskPage(context: Context, slug: string, query: URLSearchParams) {
  const document = await readForWork(context, slug);
  const { region, theme, after, ...chosen } = v.parse(askedQuery, Object.fromEntries(query));
  const filter = { ...chosen, round: document.round, regionId: region, themeId: theme };
  const mayAnswer = isAnswerable(document.state);
  return {
    ...(await listInputs(context, document, { filter, cursor: after })),
    found: mayAnswer
      ? await findInputs(context, document, { filter, limit: maxAnsweredAtOnce })
      : noneFound,
    chosen: { ...chosen, region, theme },
    tally: await countInputs(context, document),
    backlog: await listBacklog(context, document),
    publishedAt: await findPublication(context, document),
    regions: await listRegions(context),
    themes: await listThemes(context, document),
    mayAnswer,
    mayPublish: document.state === 'processing',
    own: await listWorkingGroupComments(context, document.id),
    wishes: await listWaitingWishes(context, document)
  };
}

const noneFound = { missing: [], disposed: [], isCut: false };

/** Returns the comments marked as the working group's own; the text of hidden ones is empty. */
export function listWorkingGroupComments({ database }: Context, documentId: string) {
  return database
    .select({
      commentId: comment.id,
      authorName: comment.authorName,
      html: sql<string>`case when ${concealment.commentId} is null then ${comment.html} else '' end`,
      at: comment.createdAt
    })
    .from(commentVoice)
    .innerJoin(comment, eq(comment.id, commentVoice.commentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(and(eq(comment.documentId, documentId), eq(commentVoice.voice, 'workingGroup')))
    .orderBy(comment.createdAt);
}
