import { and, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ChangedBlock, CorrectedPassage } from '#lib/domain/hearing/input.ts';
import type { Context } from '../../access/context.ts';
import {
  answer,
  change,
  comment,
  commentVoice,
  concealment,
  input,
  letter,
  meeting,
  member,
  publication,
  region,
  remark,
  rewrite,
  theme,
  version,
  versionBlock
} from '../../database/tables/index.ts';

const author = alias(member, 'author');

const poster = alias(member, 'poster');

export const original = alias(input, 'original');

const firstOf = <Value>(...columns: unknown[]) =>
  sql<Value | null>`coalesce(${sql.join(columns as SQL[], sql`, `)})`;

const block = sql.raw(
  `json_build_object('kind', b.kind, 'level', b.level, 'marker', b.marker, 'text', b.text, 'html', b.html)`
);

const columns = {
  id: input.id,
  number: input.number,
  round: input.round,
  kind: input.kind,
  late: input.late,
  createdAt: input.createdAt,
  commentId: input.commentId,
  commentKind: comment.kind,
  commentHtml: comment.html,
  words: firstOf<string>(comment.markdown, remark.markdown, letter.markdown, change.reason),
  writtenHtml: firstOf<string>(remark.html, letter.html),
  tail: firstOf<string>(letter.tail, comment.tail),
  quote: comment.quote,
  passage: sql<CorrectedPassage | null>`(select json_build_object('versionNumber', v.number,
      'blockId', p.block_id, 'words', p.quote ->> 'exact', 'by', m.name)
    from passage_correction p join version v on v.id = p.version_id
    join member m on m.id = p.corrected_by
    where p.comment_id = ${input.commentId} order by p.revision desc limit 1)`,
  wording: comment.wording,
  authorId: comment.authorId,
  authorName: firstOf<string>(author.name, comment.authorName),
  commentAt: comment.createdAt,
  voice: commentVoice.voice,
  sender: letter.sender,
  posterName: poster.name,
  hidden: concealment.reason,
  region: { id: region.id, name: region.name },
  meeting: {
    id: meeting.id,
    heldOn: meeting.heldOn,
    place: meeting.place,
    attendance: meeting.attendance
  },
  rewriteId: change.rewriteId,
  relation: change.relation,
  before: sql<ChangedBlock[]>`coalesce((select json_agg(${block} order by b.position)
    from version_block b where b.version_id = ${rewrite.versionId}
    and b.block_id = any(${change.blockIds})), '[]')`,
  after: sql<ChangedBlock[]>`coalesce((select json_agg(${block} order by b.position)
    from rewrite_block b where b.rewrite_id = ${change.rewriteId}
    and b.position = any(${change.newPositions})), '[]')`,
  place: {
    blockId: versionBlock.blockId,
    number: versionBlock.number,
    text: versionBlock.text
  },
  versionNumber: version.number,
  importedLikes: comment.importedLikes,
  likes: sql<number>`(select count(*)::int from "like" l
    where l.comment_id = ${input.commentId} or l.change_id = ${input.changeId})`,
  replies: sql<number>`(select count(*)::int from comment r
    where r.parent_id = ${input.commentId} and r.withdrawn_at is null)`,
  answer: {
    disposition: answer.disposition,
    html: answer.html,
    markdown: answer.markdown,
    referredTo: answer.referredTo,
    revision: answer.revision
  },
  theme: { id: theme.id, title: theme.title },
  duplicateOf: original.number,
  publishedAt: publication.publishedAt
};

/** The condition of each join of an input; each finds at most one row. */
const on = {
  comment: eq(comment.id, input.commentId),
  commentVoice: eq(commentVoice.commentId, comment.id),
  concealment: eq(concealment.commentId, comment.id),
  change: eq(change.id, input.changeId),
  rewrite: eq(rewrite.id, change.rewriteId),
  remark: eq(remark.id, input.remarkId),
  letter: eq(letter.id, input.letterId),
  meeting: eq(meeting.id, firstOf(commentVoice.meetingId, rewrite.meetingId, remark.meetingId)),
  author: eq(author.id, comment.authorId),
  region: eq(region.id, firstOf(meeting.regionId, author.regionId)),
  poster: eq(poster.id, firstOf(rewrite.writtenBy, letter.enteredBy, meeting.enteredBy)),
  version: eq(
    version.id,
    firstOf(comment.versionId, rewrite.versionId, remark.versionId, letter.versionId)
  ),
  versionBlock: and(
    eq(versionBlock.versionId, version.id),
    eq(
      versionBlock.blockId,
      firstOf(comment.blockId, change.anchorBlockId, remark.blockId, letter.blockId)
    )
  ),
  answer: eq(answer.inputId, input.id),
  theme: eq(theme.id, answer.themeId),
  original: eq(original.id, answer.duplicateOf),
  publication: and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
};

/** A row of `selectInputs`. */
export type InputRow = Awaited<ReturnType<typeof selectInputs>>[number];

/**
 * Returns the inputs that meet the condition, with all that an `Input` is made of, in one query.
 */
export function selectInputs({ database }: Pick<Context, 'database'>, where: SQL, limit: number) {
  return database
    .select(columns)
    .from(input)
    .leftJoin(comment, on.comment)
    .leftJoin(commentVoice, on.commentVoice)
    .leftJoin(concealment, on.concealment)
    .leftJoin(change, on.change)
    .leftJoin(rewrite, on.rewrite)
    .leftJoin(remark, on.remark)
    .leftJoin(letter, on.letter)
    .leftJoin(meeting, on.meeting)
    .leftJoin(author, on.author)
    .leftJoin(region, on.region)
    .leftJoin(poster, on.poster)
    .leftJoin(version, on.version)
    .leftJoin(versionBlock, on.versionBlock)
    .leftJoin(answer, on.answer)
    .leftJoin(theme, on.theme)
    .leftJoin(original, on.original)
    .leftJoin(publication, on.publication)
    .where(where)
    .orderBy(input.number)
    .limit(limit);
}

/**
 * Returns only the numbers of the inputs that meet the condition and the states of their answers.
 * The tables that a filter may ask about are joined. (A query builder that both queries shared
 * would lose the types of nullable columns, so they share the conditions.)
 */
export function selectRevisions(
  { database }: Pick<Context, 'database'>,
  where: SQL,
  limit: number
) {
  return database
    .select({
      number: input.number,
      revision: sql<number>`coalesce(${answer.revision}, 0)`,
      disposition: answer.disposition
    })
    .from(input)
    .leftJoin(comment, on.comment)
    .leftJoin(commentVoice, on.commentVoice)
    .leftJoin(change, on.change)
    .leftJoin(rewrite, on.rewrite)
    .leftJoin(remark, on.remark)
    .leftJoin(letter, on.letter)
    .leftJoin(meeting, on.meeting)
    .leftJoin(author, on.author)
    .leftJoin(region, on.region)
    .leftJoin(answer, on.answer)
    .leftJoin(original, on.original)
    .leftJoin(publication, on.publication)
    .where(where)
    .orderBy(input.number)
    .limit(limit);
}
