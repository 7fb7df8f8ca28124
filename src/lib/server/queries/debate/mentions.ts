import { and, desc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { markMentions } from '#lib/domain/hearing/mentions.ts';
import { byName } from '#lib/domain/order.ts';
import { asMember, type Context } from '../../access/context.ts';
import { isAfter, placeAfter } from '../../database/moments.ts';
import { inPortions } from '../../database/portions.ts';
import {
  comment,
  commentMention,
  concealment,
  document,
  member,
  region,
  workingGroupMember
} from '../../database/tables/index.ts';
import { readable } from '../documents/documents.ts';
import { isOpenAccount } from '../../access/viewer.ts';

/**
 * Those who take part in the document's debate and can be mentioned in it, by name: its working
 * group and whoever has said something that still stands. The document must be one that the viewer
 * may read.
 */
export async function listParticipants({ database }: Context, documentId: string) {
  const says = database
    .select({ one: sql`1` })
    .from(comment)
    .where(
      and(
        eq(comment.documentId, documentId),
        eq(comment.authorId, member.id),
        isNull(comment.withdrawnAt)
      )
    );
  const works = database
    .select({ one: sql`1` })
    .from(workingGroupMember)
    .where(
      and(eq(workingGroupMember.documentId, documentId), eq(workingGroupMember.memberId, member.id))
    );
  const found = await database
    .select({ id: member.id, name: member.name, region: region.name })
    .from(member)
    .leftJoin(region, eq(region.id, member.regionId))
    .where(and(isOpenAccount, or(exists(says), exists(works))));
  return found.sort((one, other) => byName(one.name, other.name));
}

/** A comment's Markdown as it is shown in the document's debate, and the ids of those it mentions. */
export async function renderWords(
  context: Context,
  documentId: string,
  markdown: string
): Promise<{ html: string; mentioned: string[] }> {
  const html = renderMarkdown(markdown);
  if (!html.includes('@')) return { html, mentioned: [] };
  return markMentions(html, await listParticipants(context, documentId));
}

/** Writes down whom the comment mentions, in place of those it mentioned before. */
export async function setMentions({ database }: Context, commentId: string, mentioned: string[]) {
  await database.delete(commentMention).where(eq(commentMention.commentId, commentId));
  const rows = mentioned.map((memberId) => ({ commentId, memberId }));
  await inPortions(rows, (portion) => database.insert(commentMention).values(portion));
}

/** What a page of the mentions of oneself holds. */
const mentionsAPage = 10;

/**
 * Where others mention the member, newest first, from the `next` of the page before: in the
 * documents that the member may read, and nowhere that is hidden or withdrawn.
 */
export async function listMentions(context: Context, after: string | null) {
  const { database, viewer } = asMember(context);
  const rows = await database
    .select({
      id: comment.id,
      name: comment.authorName,
      title: document.title,
      at: comment.createdAt,
      html: comment.html
    })
    .from(commentMention)
    .innerJoin(comment, eq(comment.id, commentMention.commentId))
    .innerJoin(document, eq(document.id, comment.documentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(commentMention.memberId, viewer.id),
        ne(comment.authorId, viewer.id),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId),
        readable(context),
        isAfter(after, comment.createdAt, comment.id)
      )
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(mentionsAPage + 1);
  const mentions = rows.slice(0, mentionsAPage);
  return { mentions, next: rows.length > mentionsAPage ? placeAfter(mentions.at(-1)!) : null };
}
