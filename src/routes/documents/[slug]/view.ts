import type { OpenForm } from '#lib/ui/debate/debate-context.ts';

/** How the debate can be listed beside standing at its place in the text. */
export const sorts = ['place', 'newest', 'supported', 'unanswered'] as const;
export type Sort = (typeof sorts)[number];

/** What the address asks the reading page to show. */
export type View = {
  version: number | null;
  withDebate: boolean;
  sort: Sort;
  /** A place in the text of which the whole debate is shown. */
  place: string | null;
  /** The comment that the address is the permanent link of. */
  commentId: string | null;
  /** Where a list goes on. */
  after: string | null;
  openForm: OpenForm | null;
};

/** Reads the address; what it says that makes no sense is left out. */
export function readView(parameters: URLSearchParams): View {
  const sort = sorts.find((each) => each === parameters.get('sort')) ?? 'place';
  const place = parameters.get('place');
  const openForm = readOpenForm(parameters);
  return {
    version: wholeNumber(parameters.get('version')),
    withDebate: parameters.get('debate') !== 'off',
    sort,
    place: place === 'whole' || place === 'gone' ? place : uuid(place),
    commentId:
      uuid(parameters.get('comment')) ??
      (openForm && openForm.verb !== 'comment' ? openForm.commentId : null),
    after: parameters.get('after'),
    openForm
  };
}

function readOpenForm(parameters: URLSearchParams): OpenForm | null {
  const on = parameters.get('write');
  const blockId = uuid(on);
  if (on === 'whole' || blockId) {
    const words = (parameters.get('words') ?? '').slice(0, longestPassage);
    return { verb: 'comment', blockId, words, near: wholeNumber(parameters.get('near')) };
  }
  const quoted = uuid(parameters.get('quote'));
  if (quoted) {
    const words = (parameters.get('words') ?? '').slice(0, longestPassage);
    return { verb: 'reply', commentId: quoted, quotes: { words } };
  }
  for (const verb of ['reply', 'edit', 'withdraw', 'wish'] as const) {
    const commentId = uuid(parameters.get(verb));
    if (commentId) return { verb, commentId };
  }
  return null;
}

/** A passage is some words of a paragraph; more than fits in an address is a comment on the whole. */
const longestPassage = 2000;

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const uuid = (given: string | null): string | null =>
  given !== null && uuidPattern.test(given) ? given.toLowerCase() : null;

/** Of at most nine digits: what a version's number or a place in a paragraph can be. */
const wholeNumber = (given: string | null): number | null =>
  given !== null && /^\d{1,9}$/.test(given) ? Number(given) : null;

/** What the address keeps where a form or a link goes on from this view. */
const kept = ['version', 'sort', 'place', 'debate'];

/** An id is the longest value of those that says anything. */
const longestKept = 36;

/** The query of a link from this view: what is kept of it, and what is asked for beside. */
export function queryFrom(parameters: URLSearchParams, asked: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const name of kept) {
    const value = parameters.get(name);
    if (value !== null && value.length <= longestKept) query.set(name, value);
  }
  for (const [name, value] of Object.entries(asked)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}
