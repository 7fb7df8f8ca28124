import { redirect } from '@sveltejs/kit';
import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import { m } from '#lib/paraglide/messages.js';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { listRegionsWithRapporteurs } from '#lib/server/queries/members/regions-page.ts';
import { readMember, listRightsHistory } from '#lib/server/queries/members/members-page.ts';
import { changeMember, memberForm } from '#lib/server/commands/members/change-member.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
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
  return { edited, regions, history, made: madeFrom(fieldsOf(edited)) };
};

const fieldsOf = (edited: Awaited<ReturnType<typeof readMember>>): Saved => ({
  revision: edited.revision,
  fields: {
    name: edited.name,
    email: edited.email,
    region: edited.regionId ?? '',
    roles: edited.roles,
    rapporteurOf: edited.rapporteurOf,
    closed: edited.isClosed ? 'on' : ''
  }
});

const savedMember =
  (id: string): ReadSaved =>
  async (context) => {
    const regions = await listRegionsWithRapporteurs(context);
    return {
      ...fieldsOf(await readMember(context, id)),
      wordFor: (field, value) =>
        wordFor[field]?.(value) ?? regions.find((each) => each.id === value)?.name
    };
  };

const wordFor: Record<string, (value: string) => string | undefined> = {
  roles: (role) => m[`word_role_${role as MemberRole}`]?.(),
  closed: () => m.common_closed()
};

export const actions: Actions = {
  default: (event) =>
    actOnSaved(
      event,
      'member',
      memberForm,
      savedMember(event.params.id),
      async (context, change) => {
        await changeMember(context, event.params.id, change);
        setFlash(event, { kind: 'success', text: m.admin_saved() });
        redirect(303, '/administration/members');
      }
    )
};
