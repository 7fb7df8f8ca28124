import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { copenhagen, daysLater, endOfDay, inCopenhagen } from '#lib/domain/time.ts';
import type { PartyKind } from '#lib/domain/hearing/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/access/context.ts';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { closeHearing, openHearing } from '#lib/server/commands/documents/hearings.ts';
import { listParties, listRegions } from '#lib/server/hearing/parties.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { day, uuid, lines, required, text, time } from '#lib/server/formats/fields.ts';
import { refuseUnknownRegions } from '#lib/server/access/regions.ts';
import type { Actions, PageServerLoad } from './$types';

const longestReason = 1000;
const longestNames = 10_000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const document = await show(readForWork(context, params.slug));
  const { hearing, state, latestVersion } = document;
  const { leastHearingDays } = context.configuration;
  const today = inCopenhagen(context.now).date;
  return {
    hearing,
    parties: hearing ? await listParties(context, hearing.id) : [],
    versionNumber: latestVersion?.number ?? null,
    mayOpen: state === 'drafting' && hearing === null,
    mayClose: state === 'hearing',
    regions: await listRegions(context),
    leastDays: leastHearingDays,
    suggested: { opens: today, closes: daysLater(today, leastHearingDays), closesTime: endOfDay }
  };
};

const hearingForm = v.object({
  opens: day,
  opensTime: v.optional(v.union([v.literal(''), time]), ''),
  closes: day,
  closesTime: time,
  reasonForShortPeriod: text(longestReason),
  regions: v.optional(v.array(uuid), []),
  groups: lines(longestNames),
  organisations: lines(longestNames)
});

const closureForm = v.object({ reason: required(longestReason) });

export const actions: Actions = {
  open: (event) =>
    act(event, 'hearing', hearingForm, async (context, plan) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      await openHearing(context, id, {
        opensAt: openingOf(plan, context.now),
        closesAt: copenhagen(plan.closes, plan.closesTime),
        reasonForShortPeriod: plan.reasonForShortPeriod,
        invited: await invitedBy(context, plan)
      });
      setFlash(event, { kind: 'success', text: m.hearing_opened() });
      redirect(303, `/documents/${slug}`);
    }),

  close: (event) =>
    act(event, 'closure', closureForm, async (context, { reason }) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      await closeHearing(context, id, reason);
      setFlash(event, { kind: 'success', text: m.hearing_closed_done() });
      redirect(303, `/documents/${slug}/desk`);
    })
};

/** Today without an hour is at once; another day without an hour is from its beginning. */
function openingOf({ opens, opensTime }: { opens: string; opensTime: string }, now: Date): Date {
  if (opensTime) return copenhagen(opens, opensTime);
  return opens === inCopenhagen(now).date ? now : copenhagen(opens, '00:00');
}

type Invited = { regions: string[]; groups: string[]; organisations: string[] };

async function invitedBy(context: Context, { regions, groups, organisations }: Invited) {
  const known = await listRegions(context);
  await refuseUnknownRegions(context, regions);
  const named = (kind: PartyKind, names: string[]) =>
    [...new Set(names)].map((name) => ({ kind, name, regionId: null }));
  return [
    ...known
      .filter(({ id }) => regions.includes(id))
      .map(({ id, name }) => ({ kind: 'region' as const, name, regionId: id })),
    ...named('group', groups),
    ...named('organisation', organisations)
  ];
}
