import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/words.ts';
import { longestName } from '#lib/domain/name.ts';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { required } from '#lib/server/http/fields.ts';
import {
  changeMember,
  listRegionsWithRapporteurs,
  readMember
} from '#lib/server/members/administration.ts';
import { longestEmail } from '#lib/server/members/email.ts';
import { listRightsHistory } from '#lib/server/members/history.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const [edited, regions, history] = await show(
    Promise.all([
      readMember(context, params.id),
      listRegionsWithRapporteurs(context),
      listRightsHistory(context, params.id)
    ])
  );
  return { edited, regions, history };
};

const uuid = v.pipe(v.string(), v.uuid());

const memberForm = v.object({
  name: required(longestName),
  email: required(longestEmail),
  region: v.union([v.literal(''), uuid]),
  roles: v.optional(v.array(v.picklist(memberRoles)), []),
  rapporteurOf: v.optional(v.array(uuid), []),
  closed: v.optional(v.string()),
  revision: v.pipe(v.string(), v.transform(Number), v.integer())
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'member', memberForm, async (context, { region, closed, ...change }) => {
      await changeMember(context, event.params.id, {
        ...change,
        regionId: region || null,
        isClosed: closed !== undefined
      });
      setFlash(event, { kind: 'success', text: m.admin_saved() });
      redirect(303, '/administration/members');
    })
};
