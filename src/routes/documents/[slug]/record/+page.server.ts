import { listWithdrawnOnWish } from '#lib/server/queries/debate/wishes.ts';
import { listAdoptionSteps, listTransitions } from '#lib/server/queries/outcome/decisions.ts';
import { listPeople, listWorkingGroup } from '#lib/server/queries/documents/documents.ts';
import { listVersions } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
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
