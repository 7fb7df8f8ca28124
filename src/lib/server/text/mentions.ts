import { and, eq, exists, isNull, or, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { markMentions } from '#lib/domain/hearing/mentions.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../access/context.ts';
import { isOpenAccount } from '../access/viewer.ts';
import { comment, member, region, workingGroupMember } from '../database/tables/index.ts';

/**
 * Returns who takes part in the document's debate and can be mentioned: its working group and the
 * authors of comments that are not withdrawn, in alphabetical order. The caller has checked
 * mayRead.
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
  return found.sort((one, other) => compareNames(one.name, other.name));
}

/**
 * Returns the safe HTML of a comment's Markdown with its mentions marked, and the ids of the
 * members mentioned.
 */
export async function renderComment(
  context: Context,
  documentId: string,
  markdown: string
): Promise<{ html: string; mentioned: string[] }> {
  const html = renderMarkdown(markdown);
  if (!html.includes('@')) return { html, mentioned: [] };
  return markMentions(html, await listParticipants(context, documentId));
}
