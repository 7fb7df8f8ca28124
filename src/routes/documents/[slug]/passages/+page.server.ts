import { redirect } from '@sveltejs/kit';
import { listUncertainPassages } from '#lib/server/queries/debate/uncertain-passages-page.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { show } from '#lib/server/http/answering.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  return { doubtful: await show(read(context, params.slug)) };
};

const read = async (context: Context, slug: string) =>
  listUncertainPassages(context, await readDocument(context, slug));
