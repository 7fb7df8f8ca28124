import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { readDraft } from '#lib/server/queries/documents/draft-page.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import { buildIfChanged } from '../../../src/build.ts';
import {
  answerAllAndSubmit,
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../../support/hearings.ts';
import { makeMember, findOrMakeRegion } from '../../support/people.ts';
import type { TestDatabase } from '../../support/database.ts';
import { randomFrom, type Random } from '../../support/random.ts';
import { serve } from '../../support/serving.ts';
import { paragraph, revised } from '../texts.ts';
import { onPGlite, onPostgres, type Measured } from './databases.ts';
import { ask } from './load.ts';

/** The number of changed paragraphs. */
const changed = 4600;
/** How often each page is requested; the shortest time is printed. */
const times = 3;

/** Measures the pages that compare two texts, of a document with many changes. */
export async function measureComparisons() {
  buildIfChanged();
  for (const database of [await onPGlite(), await onPostgres()]) {
    if (!database) console.log('\nNo PostgreSQL: set TEST_DATABASE_URL, or install postgresql.');
    else await measureOn(database).finally(() => database.end());
  }
}

async function measureOn({ name, url, dataDirectory, environment }: Measured) {
  console.log(`\n${name}: ${changed} paragraphs, each of them changed`);
  const open = await openDatabase({
    ...{ databaseUrl: url, dataDirectory, migrationsDirectory: 'drizzle' }
  });
  await open.migrate();
  const { cookie, pages } = await fill({
    ...open,
    configuration: {
      ...{ databaseUrl: null, dataDirectory: '', migrationsDirectory: 'drizzle' },
      ...{ minHearingDays: 14, demo: false, limits: 0 }
    }
  });
  await open.close();
  const forum = await serve(dataDirectory, { DEMO: 'off', LIMITS: 'off', ...environment });
  try {
    for (const [page, path] of pages) await printPage(forum.url, page, { path, cookie });
  } finally {
    await forum.stop();
  }
}

/** Prints the page's bytes before compression, its milliseconds, and how long another request waits. */
async function printPage(
  url: string,
  page: string,
  { path, cookie }: { path: string; cookie: string }
) {
  let [best, bytes, waited] = [Infinity, 0, 0];
  for (let nth = 0; nth < times; nth++) {
    let isOver = false;
    const others = waiting(url, () => isOver);
    const began = performance.now();
    const headers = { cookie, 'accept-encoding': 'identity' };
    const { status, body } = await ask(url, { path, headers });
    best = Math.min(best, performance.now() - began);
    isOver = true;
    waited = Math.max(waited, await others);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    bytes = body.length;
  }
  const figures = [`${(bytes / 1000).toFixed(0)} KB`, `${best.toFixed(0)} ms`];
  console.log(
    `  ${page.padEnd(34)}${figures.map((each) => each.padStart(11)).join('')}   others wait ${waited.toFixed(0)} ms`
  );
}

async function waiting(url: string, isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const asked = performance.now();
    await ask(url, { path: '/health' });
    longest = Math.max(longest, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return longest;
}

async function fill(forum: TestDatabase) {
  const random = randomFrom(20261126);
  const now = new Date();
  const texts = Array.from({ length: changed }, () => paragraph(random));
  const text = texts.join('\n\n');
  const group = await makeMember(forum, 'Ida Udkast', { rapporteurOf: 'Fyn' }, now);
  const base = { from: texts, random };
  const heard = await openDocumentHearing(group, text, { title: 'Hørt' });
  const posted = await rewritten(forum, heard, base);
  const read = await readRewrite(heard.workingGroup, await headOf(heard), posted);
  await postRewrite(heard.workingGroup, posted, read.revision);
  const unposted = await rewritten(forum, heard, base);
  const decided = await openDocumentHearing(group, text, { title: 'Afgjort' });
  await writeComment(decided.workingGroup, decided, 'Godt.');
  await closeHearing(decided.workingGroup, decided.id, '');
  await publishText(decided, throughout(base));
  await answerAllAndSubmit(decided, 'Tak.');
  await reserve(await makeMember(forum, 'Pia Forum', { roles: ['politiskForum'] }, now), decided);
  await publishText(decided, throughout(base));
  const { revision } = await readDraft(decided.workingGroup, decided.id);
  await saveDraft(decided.workingGroup, decided.id, { markdown: throughout(base), revision });
  const { value } = await sessionsOf(forum.database).begin(group.viewer!.id);
  const [in1, in2] = [heard, decided].map(({ slug }) => `/documents/${slug}`);
  return {
    cookie: `session=${value}`,
    pages: [
      ['draft, preview', `${in2}/draft?view=preview`],
      ['compare, in place', `${in2}/compare?from=1&to=2`],
      ['compare, side by side', `${in2}/compare?from=1&to=2&view=sideBySide`],
      ['compare, two versions on', `${in2}/compare?from=1&to=3`],
      ['compare, a rewrite', `${in1}/compare?rewrite=${posted}`],
      ['rewrite', `${in1}/rewrites/${posted}`],
      ['rewrite, side by side', `${in1}/rewrites/${posted}?view=sideBySide`],
      ['rewrite, review', `${in1}/rewrites/${unposted}/review`],
      ['synopsis', `${in1}/synopsis`],
      ['report', `${in2}/report?round=1`],
      ['decision', `${in2}/decision`]
    ] as const
  };
}

/** Returns the text with each paragraph changed in up to four places. */
const throughout = ({ from, random }: { from: readonly string[]; random: Random }) =>
  from
    .map((each) => revised([each, ''], { edits: 1, splits: 0, merges: 0, moves: 0 }, random)[0])
    .join('\n\n');

const headOf = ({ workingGroup, slug }: DocumentInHearing) => readDocument(workingGroup, slug);

async function rewritten(
  forum: TestDatabase,
  { workingGroup, id }: DocumentInHearing,
  base: Parameters<typeof throughout>[0]
): Promise<string> {
  const meetingId = await enterMeeting(workingGroup, id, {
    ...{ heldOn: '2026-03-01', place: 'Havnens hus', attendance: 12, minutes: '' },
    regionId: await findOrMakeRegion(forum, 'Fyn')
  });
  const text = { markdown: throughout(base), foreword: '', scope: null };
  return writeRewrite(workingGroup, meetingId, text);
}

async function reserve(politiskForum: Context, { id, workingGroup }: DocumentInHearing) {
  const { blocks } = await readVersion(workingGroup, id);
  const reservations = [{ blockId: blocks[0]!.blockId, wish: 'Skriv mere.' }];
  const outcome = 'adoptedWithReservations' as const;
  await decide(politiskForum, id, { outcome, reason: 'Næsten.', reservations });
}
