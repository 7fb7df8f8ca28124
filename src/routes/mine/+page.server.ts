import { redirect } from '@sveltejs/kit';
import { listMentions } from '#lib/server/comments/mentions.ts';
import { listMine } from '#lib/server/comments/mine.ts';
import { listMyHidden } from '#lib/server/moderation/queries.ts';
import { momentIn } from '#lib/server/http/fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url: { searchParams } }) => {
  if (!context.viewer) redirect(303, '/login?next=/mine');
  const [mine, mentioned, hidden] = await Promise.all([
    listMine(context, momentIn(searchParams.get('before'))),
    listMentions(context, momentIn(searchParams.get('mentioned'))),
    listMyHidden(context)
  ]);
  return { ...mine, mentioned, hidden };
};
