import { withFrames } from '#lib/domain/document/wide.ts';
import { maxCommentLength } from '#lib/domain/hearing/comment.ts';
import { m } from '#lib/paraglide/messages.js';
import { renderComment } from '#lib/server/text/mentions.ts';
import { asMember, type Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { readTexts, show } from '#lib/server/http/answering.ts';
import { limitBy } from '#lib/server/http/limiting.ts';
import type { RequestHandler } from './$types';

/** Answers the comment's Markdown as sanitised HTML, and stores nothing. */
export const POST: RequestHandler = async (event) => {
  const { request, locals, params } = event;
  await show(limitBy(event, 'preview'), event);
  await show((async () => asMember(locals.context))());
  const { markdown = '' } = await readTexts(request, maxTyped);
  const html = await show(
    preview(locals.context, params.slug, markdown.slice(0, maxCommentLength))
  );
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};

/** A character of a comment has at most twelve bytes in a form. */
const maxTyped = { bytes: maxCommentLength * 12 + 1000, fields: 10 };

async function preview(context: Context, slug: string, markdown: string): Promise<string> {
  const { id } = await readDocument(context, slug);
  return withFrames((await renderComment(context, id, markdown)).html, m.common_table());
}
