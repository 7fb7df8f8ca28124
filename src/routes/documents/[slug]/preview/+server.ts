import { longestComment } from '#lib/domain/hearing/comment.ts';
import { renderWords } from '#lib/server/comments/mentions.ts';
import { asMember, type Context } from '#lib/server/context.ts';
import { readDocument } from '#lib/server/documents/queries.ts';
import { show } from '#lib/server/http/answering.ts';
import { limitBy } from '#lib/server/http/limiting.ts';
import type { RequestHandler } from './$types';

/** How a comment will look: the same Markdown, sanitised by the same rules, and nothing kept. */
export const POST: RequestHandler = async (event) => {
  const { request, locals, params } = event;
  await show(limitBy(event, 'preview'), event);
  const typed = (await request.formData()).get('markdown');
  const markdown = typeof typed === 'string' ? typed.slice(0, longestComment) : '';
  const html = await show(preview(locals.context, params.slug, markdown));
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};

async function preview(context: Context, slug: string, markdown: string): Promise<string> {
  asMember(context);
  const { id } = await readDocument(context, slug);
  return (await renderWords(context, id, markdown)).html;
}
