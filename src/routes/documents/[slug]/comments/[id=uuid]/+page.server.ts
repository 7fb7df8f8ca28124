import { readCommentHistory } from '#lib/server/queries/debate/comment-history-page.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { show } from '#lib/server/http/answering.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  id: params.id,
  history: await show(read(locals.context, params.slug, params.id))
});

const read = async (context: Context, slug: string, id: string) =>
  readCommentHistory(context, await readDocument(context, slug), id);
