import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  changeMember,
  listRegionsWithRapporteurs,
  readMember
} from '#lib/server/members/administration.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [edited, regions] = await show(
    Promise.all([readMember(locals.context, params.id), listRegionsWithRapporteurs(locals.context)])
  );
  return { edited, regions };
};

const uuid = v.pipe(v.string(), v.uuid());

const memberForm = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  email: v.pipe(v.string(), v.trim(), v.email()),
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
