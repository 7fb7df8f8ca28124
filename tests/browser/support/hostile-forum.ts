import { eq } from 'drizzle-orm';
import { readConfiguration } from '#lib/server/access/configuration.ts';
import { addLike } from '#lib/server/commands/debate/like.ts';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import type { Context } from '#lib/server/access/context.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { input, member } from '#lib/server/database/tables/index.ts';
import { answerAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import { reportComment } from '#lib/server/commands/debate/report-comment.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import { reviewRewrite } from '#lib/server/commands/regions/review-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import type { TestDatabase } from '../../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion, publicReader } from '../../support/people.ts';
import { serveDemo, type ServedForum } from '../../support/serving.ts';
import { people } from './forum.ts';
import { allHostile, hostile } from './hostile.ts';

/** The forum, and where in it hostile words stand. */
export type HostileForum = {
  forum: ServedForum;
  /** A document in hearing, with a rewrite, and a comment that was edited and reported. */
  open: { slug: string; rewriteId: string; meetingId: string; commentId: string };
  /** One that was answered, submitted and decided. */
  decided: { slug: string };
};

/** In titles and names, where Markdown is none: as long as a name may be, with no space to break at. */
const name = `"><script>window.ondRan=1</script><img src=x onerror=window.ondRan=1>${'Ond'.repeat(16)}`;

/** Serves the demo, and in it two documents of which every word is hostile. */
export async function serveHostile(): Promise<HostileForum> {
  const forum = await serveDemo();
  await forum.stop();
  const configuration = readConfiguration({ DATA_DIR: forum.dataDirectory });
  const opened = { ...(await openDatabase(configuration)), configuration };
  const written = await write(opened, new Date(Date.now() - anHour));
  await opened.close();
  await forum.start();
  return { forum, ...written };
}

const anHour = 60 * 60 * 1000;

async function write(test: TestDatabase, now: Date) {
  const ond = await makeMember(test, name, { rapporteurOf: name, roles: ['politiskForum'] }, now);
  const [workingGroup, reader] = [
    await personOf(test, people.workingGroup, now),
    await personOf(test, people.member, now)
  ];
  const plan = { title: `${name} i høring`, summary: name, policyArea: name };
  const texts = { ...plan, proposers: [name], involved: [name] };
  const open = await openDocumentHearing(workingGroup, allHostile, texts);
  const commentId = await debate(open, ond, reader);
  const rewritten = await rewrite(test, open, ond);
  const finished = await openDocumentHearing(workingGroup, `Ond.\n\n${allHostile}`, {
    ...{ ...texts, title: `${name} afgjort` }
  });
  await finish(finished, ond);
  return {
    open: { slug: open.slug, commentId, ...rewritten },
    decided: { slug: finished.slug }
  };
}

async function personOf(test: TestDatabase, email: string, now: Date): Promise<Context> {
  const [found] = await test.database
    .select({ id: member.id })
    .from(member)
    .where(eq(member.email, email));
  const viewer = { id: found!.id, roles: [], rapporteurOf: [], workingGroupOf: [] };
  return contextAt({ ...publicReader(test, now), viewer }, now);
}

/** Hostile words of which nothing would be seen are refused alone: they come with others. */
const shown = (words: string) => `Ond.\n\n${words}`;

/** Says everything on the whole and at a paragraph; gives a comment that was edited and reported. */
async function debate(open: DocumentInHearing, ond: Context, reader: Context): Promise<string> {
  const { blocks } = await readVersion(open.workingGroup, open.id);
  const { blockId, text } = blocks.find(({ number }) => number === 2)!;
  const passage = { words: text.split(' ')[0]!, near: 0 };
  for (const [at, words] of hostile.entries()) {
    const by = at % 2 ? ond : reader;
    await postComment(by, open.id, {
      ...{ markdown: shown(words), formKey: crypto.randomUUID(), kind: 'wording' as const },
      ...(at % 10 ? { blockId: null, passage: null } : { blockId, passage }),
      wording: shown(words)
    });
  }
  const first = await writeComment(reader, open, 'Ond begynder.');
  await editComment(reader, first, { markdown: allHostile.slice(0, 9000), revision: 1 });
  for (const words of hostile) await writeReply(ond, first, `@Jonas Kærvang ${words}`);
  await addLike(ond, { commentId: first });
  await reportComment(ond, first, name);
  return first;
}

async function rewrite(test: TestDatabase, open: DocumentInHearing, ond: Context) {
  const regionId = await findOrMakeRegion(test, name);
  const heldOn = new Date(ond.now.getTime() - 48 * anHour).toISOString().slice(0, 10);
  const meeting = { regionId, heldOn, place: name, attendance: 3, minutes: allHostile };
  const meetingId = await enterMeeting(ond, open.id, meeting);
  for (const words of hostile.slice(0, 20))
    await addRemark(ond, meetingId, { markdown: shown(words), blockId: null });
  const rewriteId = await writeRewrite(ond, meetingId, {
    markdown: `Ond ændring.\n\n${hostile.toReversed().slice(20).join('\n\n')}`,
    ...{ foreword: allHostile.slice(0, 9000), scope: null }
  });
  const document = await readDocument(ond, open.slug);
  const before = await readRewrite(ond, document, rewriteId);
  await reviewRewrite(ond, rewriteId, before.revision, () => ({
    ...{ foreword: allHostile.slice(0, 9000), remarks: [] },
    reasons: Object.fromEntries(before.changes.map(({ position }) => [position, name]))
  }));
  const { revision } = await readRewrite(ond, document, rewriteId);
  await postRewrite(ond, rewriteId, revision);
  return { meetingId, rewriteId };
}

/** Answers, sums up, sends and decides, all in hostile words. */
async function finish(finished: DocumentInHearing, ond: Context) {
  const { workingGroup, id } = finished;
  for (const words of hostile) await writeComment(ond, finished, shown(words));
  const receivedOn = ond.now.toISOString().slice(0, 10);
  const letter = { sender: name, receivedOn, markdown: allHostile, paragraph: null };
  await enterLetter(workingGroup, id, letter);
  await addTheme(workingGroup, id, { title: name, summary: allHostile.slice(0, 4000) });
  await saveForeword(workingGroup, id, { foreword: allHostile, revision: 0 });
  await closeHearing(workingGroup, id, name);
  await publishText(finished, `Ond, ny.\n\n${hostile.toReversed().slice(20).join('\n\n')}`);
  await answerAll(finished, allHostile.slice(0, 9000));
  await submitDocument(workingGroup, id, { message: allHostile, versionNumber: 2 });
  await decide(ond, id, {
    outcome: 'adoptedWithReservations',
    reason: allHostile.slice(0, 9000),
    reservations: [{ blockId: null, wish: allHostile.slice(0, 4000) }]
  });
}

async function answerAll({ workingGroup, id }: DocumentInHearing, markdown: string) {
  const inputs = await workingGroup.database
    .select({ number: input.number })
    .from(input)
    .where(eq(input.documentId, id));
  const numbers = inputs.map(({ number }) => ({ number, revision: 0 }));
  await answerAlike(workingGroup, id, numbers, {
    ...{ disposition: 'outOfScope', markdown, referredTo: name },
    ...{ themeId: null, duplicateOf: null }
  });
}
