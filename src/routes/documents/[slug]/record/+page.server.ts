import { show } from '#lib/server/http/answering.ts';
import { listWithdrawnOnWish } from '#lib/server/queries/debate/wishes.ts';
import { readRecord } from '#lib/server/queries/outcome/record-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const { id, ...record } = await show(readRecord(context, params.slug));
  return { ...record, withdrawn: await listWithdrawnOnWish(context, id) };
};
