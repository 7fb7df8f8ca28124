import type { OpenForm } from '#lib/ui/debate/debate-context.ts';

/** The orders of the debate: `place` shows it beside the text, the others as a list. */
export const sorts = ['place', 'newest', 'supported', 'unanswered'] as const;
export type Sort = (typeof sorts)[number];

/** What the address asks the reading page to show. */
export type View = {
  version: number | null;
  withDebate: boolean;
  sort: Sort;
  /** The place in the text whose debate is shown in full: a block's id, `whole` or `gone`. */
  place: string | null;
  /** The id of the comment that the address leads to. */
  commentId: string | null;
  /** The cursor of the list's page. */
  after: string | null;
  openForm: OpenForm | null;
};

/** Returns the view that the parameters ask for; invalid ones are ignored. */
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
    const words = (parameters.get('words') ?? '').slice(0, maxPassageLength);
    return { verb: 'comment', blockId, words, near: wholeNumber(parameters.get('near')) };
  }
  const quoted = uuid(parameters.get('quote'));
  if (quoted) {
    const words = (parameters.get('words') ?? '').slice(0, maxPassageLength);
    return { verb: 'reply', commentId: quoted, quotes: { words } };
  }
  for (const verb of ['reply', 'edit', 'withdraw', 'wish'] as const) {
    const commentId = uuid(parameters.get(verb));
    if (commentId) return { verb, commentId };
  }
  return null;
}

/** In characters: a longer passage does not fit in an address, and its end is cut off. */
const maxPassageLength = 2000;

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const uuid = (given: string | null): string | null =>
  given !== null && uuidPattern.test(given) ? given.toLowerCase() : null;

/** Returns a whole number of at most nine digits; null if the value is none. */
const wholeNumber = (given: string | null): number | null =>
  given !== null && /^\d{1,9}$/.test(given) ? Number(given) : null;

/** The parameters that links and forms of a view keep. */
const kept = ['version', 'sort', 'place', 'debate'];

/** In characters: the longest value of a kept parameter is a UUID. */
const maxKeptLength = 36;

/** Returns the query of a link from this view: the kept parameters, and those in `asked`. */
export function queryFrom(parameters: URLSearchParams, asked: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const name of kept) {
    const value = parameters.get(name);
    if (value !== null && value.length <= maxKeptLength) query.set(name, value);
  }
  for (const [name, value] of Object.entries(asked)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}
