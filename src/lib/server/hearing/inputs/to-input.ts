import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { InputAuthor, Input } from '#lib/domain/hearing/input.ts';
import type { InputRow } from './select.ts';

/**
 * Returns the row as an input that a viewer may see: without hidden words, and without an
 * unpublished answer unless `seesUnpublished`.
 */
export function toInput(row: InputRow, seesUnpublished: boolean): Input {
  const { id, number, round, kind, late, commentId, commentKind, hidden, replies } = row;
  const isHidden = hidden !== null;
  return {
    id,
    number,
    round,
    kind,
    late,
    commentId,
    commentKind,
    hidden,
    replies,
    at: row.commentAt ?? row.createdAt,
    author: authorOf(row),
    region: row.region?.id ? row.region : null,
    meeting: row.meeting?.id ? row.meeting : null,
    place: placeOf(row),
    quote: isHidden ? null : (row.quote?.exact ?? null),
    passage: isHidden ? null : row.passage,
    wording: isHidden ? null : row.wording,
    change: changeOf(row),
    html: isHidden ? '' : htmlOf(row),
    markdown: isHidden ? '' : (row.words ?? ''),
    tail: isHidden ? '' : (row.tail ?? ''),
    likes: row.likes + (row.importedLikes ?? 0),
    answer: seesUnpublished || row.publishedAt ? answerOf(row) : null
  };
}

function authorOf({ kind, voice, region, ...row }: InputRow): InputAuthor {
  const enteredBy = row.posterName;
  if (kind === 'letter')
    return { name: row.sender ?? '', memberId: null, voice: 'member', enteredBy };
  if (kind === 'comment' && voice !== 'region')
    return {
      name: row.authorName ?? '',
      memberId: row.authorId,
      voice: voice ?? 'member',
      enteredBy: null
    };
  const spokenBy = kind === 'comment' ? row.authorName : enteredBy;
  return { name: region?.name ?? '', memberId: null, voice: 'region', enteredBy: spokenBy };
}

const placeOf = ({ place, versionNumber }: InputRow) =>
  place?.blockId && versionNumber !== null ? { ...place, versionNumber } : null;

const changeOf = ({ rewriteId, relation, before, after }: InputRow) =>
  rewriteId && relation ? { rewriteId, relation, before, after } : null;

/** Returns the HTML of an input's words; a change's reason is saved as Markdown only. */
const htmlOf = ({ kind, commentHtml, writtenHtml, words }: InputRow) =>
  kind === 'change' ? renderMarkdown(words ?? '') : (commentHtml ?? writtenHtml ?? '');

const answerOf = ({ answer, theme, duplicateOf }: InputRow) =>
  answer && { ...answer, theme: theme?.id ? theme : null, duplicateOf };
