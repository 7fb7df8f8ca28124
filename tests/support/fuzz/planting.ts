import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';

import { markVoice } from '#lib/server/commands/debate/mark-voice.ts';
import type { Context } from '#lib/server/access/context.ts';
import { comment } from '#lib/server/database/tables/index.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { importTopic, readTopic } from '#lib/server/commands/documents/import-topic.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import { inviteMember } from '#lib/server/commands/members/invite-member.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { reportComment } from '#lib/server/commands/debate/report-comment.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import type { TestDatabase } from '../database.ts';
import { writeReply, openDocumentHearing, writeComment } from '../hearings.ts';
import { makeMember, findOrMakeRegion } from '../people.ts';
import { plantDecisions, plantDrafts } from './stages.ts';

/** The kinds of people who have a login. */
export type Person = 'member' | 'rapporteur' | 'workingGroup' | 'politiskForum' | 'administrator';

/** The values for the parameters of addresses. */
export type Named = { slugs: string[]; ids: string[]; tokens: string[] };

/** The same, with the queries that make a page show one of its forms, by the page's route. */
export type Planted = Named & { queries: Record<string, string[]> };

/** Makes the people who write and decide in the planted documents. */
export async function plantPeople(test: TestDatabase, now: Date): Promise<Record<Person, Context>> {
  const as = (name: string, traits = {}) => makeMember(test, name, traits, now);
  return {
    member: await as('Ida Holm'),
    rapporteur: await as('Rie Fyn', { rapporteurOf: 'Fyn' }),
    workingGroup: await as('Berit Bank'),
    politiskForum: await as('Pia Forum', { roles: ['politiskForum'] }),
    administrator: await as('Anna Admin', { roles: ['administrator'] })
  };
}

/** Plants documents in every state, with some of everything that can be in one. */
export async function plant(
  test: TestDatabase,
  people: Record<Person, Context>,
  now: Date
): Promise<Planted> {
  const hearing = await plantHearing(test, people, now);
  const decisions = await plantDecisions(people);
  const drafts = await plantDrafts(people.workingGroup, now);
  const token = await inviteMember(people.administrator, {
    ...{ name: 'Nye Nina', email: `${randomUUID()}@example.org`, regionId: null },
    ...{ isRapporteur: false, roles: [] }
  });
  const { slugs, standing } = decisions;
  hearing.queries['/documents/[slug]'].push(`wish=${standing}`);
  return { ...hearing, slugs: [hearing.slug, ...slugs, ...drafts], tokens: [token] };
}

const text = '## Havnen\n\nVi åbner havnen.\n\nVi bygger en bro til 50.000 kr.\n\n- Is\n- Kaffe';
const changed =
  '## Havnen\n\nVi åbner ikke havnen.\n\n(Det er for dyrt.)\n\n- Is\n- Te\n\nEn sluse.';

/** Plants a document in hearing, with comments, letters, meetings and rewrites. */
async function plantHearing(
  test: TestDatabase,
  { member, rapporteur, administrator, workingGroup }: Record<Person, Context>,
  now: Date
) {
  const held = await openDocumentHearing(workingGroup, text);
  const group = held.workingGroup;
  const { blocks } = await readVersion(group, held.id);
  const [heading, paragraph] = [blocks[0]!.blockId, blocks[1]!.blockId];
  const plain = await postComment(member, held.id, {
    ...{ markdown: 'Gerne to broer.', blockId: paragraph, formKey: randomUUID() },
    ...{ passage: { words: 'havnen', near: null }, kind: null, wording: null }
  });
  const whole = await writeComment(member, held, 'Det er en god tekst, @Rie Fyn.');
  const reply = await writeReply(rapporteur, plain, 'Det mener vi også.');
  const hidden = await writeComment(member, held, 'Noget grimt.');
  await reportComment(rapporteur, hidden, 'Det er grimt.');
  await hideComment(administrator, hidden, 'Grimt.');
  await reportComment(rapporteur, whole, 'Det er for pænt.');
  const imported = await importThread(group, held.id);
  const themeId = await addTheme(group, held.id, { title: 'Broer', summary: 'Om broer.' });
  await addTheme(group, held.id, { title: 'Både', summary: '' });
  const receivedOn = now.toISOString().slice(0, 10);
  const letter = { sender: 'Havnens Venner', receivedOn, markdown: 'Kære alle.', paragraph: 1 };
  await enterLetter(group, held.id, letter);
  const meeting = { heldOn: receivedOn, place: 'Odense', attendance: 12, minutes: 'Vi mødtes.' };
  const regionId = await findOrMakeRegion(test, 'Fyn');
  const meetingId = await enterMeeting(rapporteur, held.id, { ...meeting, regionId });
  await addRemark(rapporteur, meetingId, { markdown: 'Mødet var enigt.', blockId: paragraph });
  const reviewed = await writeRewrite(rapporteur, meetingId, {
    ...{ markdown: changed, foreword: 'Vi har talt om det.', scope: null }
  });
  const posted = await writeRewrite(rapporteur, meetingId, {
    ...{ markdown: '## Havnen\n\nVi lukker havnen.', foreword: '', scope: [heading] }
  });
  await postRewrite(rapporteur, posted, 1);
  const other = await makeMember(test, `Nils ${randomUUID()}`, {}, now);
  const commentIds = [plain, whole, reply, hidden, imported];
  return {
    slug: held.slug,
    ids: [
      ...commentIds,
      paragraph,
      themeId,
      regionId,
      meetingId,
      reviewed,
      posted,
      other.viewer!.id
    ],
    queries: {
      '/administration/moderation': [`comment=${whole}`],
      '/documents/[slug]': [
        ...['write=whole', `write=${paragraph}&words=havnen&near=3`, 'sort=newest'],
        ...[`reply=${plain}`, `quote=${plain}&words=Gerne`, `edit=${plain}`, `withdraw=${whole}`]
      ],
      '/documents/[slug]/compare': [`rewrite=${posted}`, 'from=1&to=2'],
      '/documents/[slug]/draft': ['view=preview'],
      '/documents/[slug]/rewrites/new': [`meeting=${meetingId}`]
    }
  };
}

/** Imports a thread, marks one of its comments as the working group's own, and returns its id. */
async function importThread(group: Context, documentId: string): Promise<string> {
  const topic = readTopic(readFileSync('tests/fixtures/discourse/sti.json'));
  await importTopic(group, documentId, topic);
  const [imported] = await group.database
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(eq(comment.documentId, documentId), isNotNull(comment.source), isNull(comment.parentId))
    )
    .orderBy(asc(comment.createdAt));
  await markVoice(group, documentId, imported!.id, { voice: 'workingGroup' });
  return imported!.id;
}
