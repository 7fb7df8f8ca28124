import { listWithdrawnOnWish } from '#lib/server/comments/wish-queries.ts';
import { listAdoptionSteps, listTransitions } from '#lib/server/decisions/queries.ts';
import {
  listPeople,
  listVersions,
  listWorkingGroup,
  readDocument
} from '#lib/server/documents/queries.ts';
import { show } from '#lib/server/http/answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { id } = await show(readDocument(context, params.slug));
  const [transitions, adoptionSteps, versions, people, workingGroup, withdrawn] = await Promise.all(
    [
      listTransitions(context, id),
      listAdoptionSteps(context, id),
      listVersions(context, id),
      listPeople(context, id),
      listWorkingGroup(context, id),
      listWithdrawnOnWish(context, id)
    ]
  );
  return { transitions, adoptionSteps, versions, people, workingGroup, withdrawn };
};
