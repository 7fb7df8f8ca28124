import { isInPolitiskForum } from '#lib/domain/hearing/permissions.ts';
import { listAwaitingDecision } from '#lib/server/decisions/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  waiting: await listAwaitingDecision(locals.context),
  mayDecide: isInPolitiskForum(locals.context.viewer)
});
