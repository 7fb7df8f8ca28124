import { act, show } from '#lib/server/http/answering.ts';
import { invitationForm, inviteMember } from '#lib/server/commands/members/invite-member.ts';
import { listInvitations } from '#lib/server/queries/members/invitations-page.ts';
import { listRegionsWithRapporteurs } from '#lib/server/queries/members/regions-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [invitations, regions] = await show(
    Promise.all([listInvitations(locals.context), listRegionsWithRapporteurs(locals.context)])
  );
  return { invitations, regions };
};

export const actions: Actions = {
  default: (event) =>
    act(event, 'invitation', invitationForm, async (context, plan) => {
      const token = await inviteMember(context, plan);
      return { invited: { name: plan.name, link: `${event.url.origin}/invitations/${token}` } };
    })
};
