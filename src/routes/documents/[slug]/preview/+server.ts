import { error } from '@sveltejs/kit';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { longestComment } from '#lib/domain/hearing/comment.ts';
import type { RequestHandler } from './$types';

/** How a comment will look: the same Markdown, sanitised by the same rules, and nothing kept. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!locals.context.viewer) error(401);
  const typed = (await request.formData()).get('markdown');
  const markdown = typeof typed === 'string' ? typed.slice(0, longestComment) : '';
  return new Response(renderMarkdown(markdown), {
    headers: { 'content-type': 'text/html; charset=utf-8' }
  });
};
