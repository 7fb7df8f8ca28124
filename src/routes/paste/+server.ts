import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { richToMarkdown } from '#lib/domain/document/blocks/rich/rich.ts';
import { asMember } from '#lib/server/access/context.ts';
import { readTexts, show } from '#lib/server/http/answering.ts';
import { limitBy } from '#lib/server/http/limiting.ts';
import type { RequestHandler } from './$types';

/** What Word puts on a clipboard for a text of a hundred pages. */
const maxPasted = { bytes: 4_000_000, fields: 2 };

/**
 * Answers the Markdown of what was pasted, and stores nothing: of `html` if it has words, else of
 * `text` as it is set.
 */
export const POST: RequestHandler = async (event) => {
  await show(limitBy(event, 'paste'), event);
  await show((async () => asMember(event.locals.context))());
  const { html = '', text = '' } = await readTexts(event.request, maxPasted);
  const markdown = richToMarkdown(html) || asMarkdown(text);
  return new Response(markdown.trimEnd(), {
    headers: { 'content-type': 'text/plain; charset=utf-8' }
  });
};
