import { textWithNumber } from '#lib/domain/document/marks.ts';
import type { Input } from '#lib/domain/hearing/input.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { listInputs } from '../../hearing/inputs/list.ts';

export type Paging = {
  /** The `next` of the page before; 0 for the first page. */
  cursor: number;
  limit: number;
};

/**
 * Returns a page of a document's inputs as the API's JSON, without hidden text and without answers
 * that the viewer may not see. Throws as readDocument does.
 */
export async function describeInputs(context: Context, slug: string, paging: Paging) {
  const document = await readDocument(context, slug);
  const { inputs, next } = await listInputs(context, document, paging);
  return { inputs: inputs.map(describeInput), next };
}

function describeInput({ place, author, region, change, answer, ...input }: Input) {
  const { number, round, kind, late, likes, replies, quote, passage, wording, hidden } = input;
  return {
    ...{ number, round, kind, late, likes, replies },
    createdAt: input.at,
    block: place && { id: place.blockId, version: place.versionNumber, number: place.number },
    author: { name: author.name, voice: author.voice, enteredBy: author.enteredBy },
    region: region?.name ?? null,
    commentKind: input.commentKind,
    passage: passage && {
      block: passage.blockId,
      version: passage.versionNumber,
      words: passage.words,
      by: passage.by
    },
    ...{ text: hidden === null ? input.markdown : null, tail: input.tail },
    ...{ quote, wording, hidden },
    change: change && {
      relation: change.relation,
      before: change.before.map(textWithNumber),
      after: change.after.map(textWithNumber)
    },
    disposition: answer?.disposition ?? null,
    answer: answer && {
      text: answer.markdown,
      theme: answer.theme?.title ?? null,
      referredTo: answer.referredTo || null,
      duplicateOf: answer.duplicateOf
    }
  };
}
