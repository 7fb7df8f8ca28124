import { isInPolitiskForum } from '#lib/domain/hearing/permissions.ts';
import {
  listAdopted,
  listAwaitingConfirmation,
  listAwaitingDecision
} from '#lib/server/queries/outcome/decisions.ts';
import type { PageServerLoad } from './$types';

/** What was adopted last; the front page has the rest. */
const mostAdopted = 20;

export const load: PageServerLoad = async ({ locals: { context } }) => ({
  waiting: await listAwaitingDecision(context),
  unconfirmed: await listAwaitingConfirmation(context),
  adopted: await listAdopted(context, mostAdopted),
  mayDecide: isInPolitiskForum(context.viewer)
});
