import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/words.ts';
import { longestName } from '#lib/domain/name.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { uuid, required } from '#lib/server/formats/fields.ts';
import { inviteMember } from '#lib/server/commands/members/invitations.ts';
import {
  listInvitations,
  listRegionsWithRapporteurs
} from '#lib/server/queries/members/administration.ts';
import { longestEmail } from '#lib/server/access/email.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [invitations, regions] = await show(
    Promise.all([listInvitations(locals.context), listRegionsWithRapporteurs(locals.context)])
  );
  return { invitations, regions };
};

const invitationForm = v.object({
  name: required(longestName),
  email: required(longestEmail),
  region: v.union([v.literal(''), uuid]),
  rapporteur: v.optional(v.string()),
  roles: v.optional(v.array(v.picklist(memberRoles)), [])
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'invitation', invitationForm, async (context, { region, rapporteur, ...plan }) => {
      const token = await inviteMember(context, {
        ...plan,
        regionId: region || null,
        isRapporteur: rapporteur !== undefined
      });
      return { invited: { name: plan.name, link: `${event.url.origin}/invitations/${token}` } };
    })
};
