import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal, type RefusalName } from '#lib/domain/refusal.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { type AnswerContent } from '#lib/server/commands/desk/answer-row.ts';
import { answerAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { removeTheme } from '#lib/server/commands/desk/remove-theme.ts';
import { moveTheme } from '#lib/server/commands/desk/move-theme.ts';
import { saveTheme } from '#lib/server/commands/desk/save-theme.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { setPassage } from '#lib/server/commands/debate/set-passage.ts';
import { addLike, removeLike } from '#lib/server/commands/debate/like.ts';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';

import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { markVoice } from '#lib/server/commands/debate/mark-voice.ts';
import { settleWish } from '#lib/server/commands/debate/settle-wish.ts';
import { takeWishBack } from '#lib/server/commands/debate/take-wish-back.ts';
import { wishWithdrawal } from '#lib/server/commands/debate/wish-withdrawal.ts';
import { inTransaction, type Context } from '#lib/server/access/context.ts';
import {
  change,
  comment,
  input,
  rewrite,
  withdrawalWish
} from '#lib/server/database/tables/index.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { beginNextRound } from '#lib/server/commands/outcome/begin-next-round.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { closeCall } from '#lib/server/commands/documents/close-call.ts';
import { openCall } from '#lib/server/commands/documents/open-call.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { reviseMeeting } from '#lib/server/commands/regions/revise-meeting.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { showComment } from '#lib/server/commands/debate/show-comment.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { reviewRewrite } from '#lib/server/commands/regions/review-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeReply, openRound, publishText, writeComment } from '../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion, today } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

/** Every state that a document with a call for input and two rounds of hearing goes through. */
const states = [
  'callOpen',
  'callClosed',
  'hearing',
  'processing',
  'submitted',
  'adopted',
  'withReservations',
  'returned',
  'nextDrafting',
  'nextHearing'
] as const;
type State = (typeof states)[number];

type Outcome = 'ok' | RefusalName;
/** What each state says; a state that is not named says what `else` does. */
type Row = Partial<Record<State, Outcome>> & { else: Outcome };

const duringCall: Row = { callOpen: 'ok', else: 'hearingNotOpen' };
const duringHearing: Row = { hearing: 'ok', else: 'hearingNotOpen' };
const untilSent: Row = {
  ...{ callOpen: 'ok', callClosed: 'ok', hearing: 'ok', processing: 'ok' },
  else: 'frozen'
};
/** Of the present round, whichever it is: the next has no report yet. */
const presentRound: Row = { ...untilSent, nextDrafting: 'ok', nextHearing: 'ok' };

/** After the idea's or the comment's own round has closed, until its report is frozen. */
const oncePast = (open: State): Row => ({
  ...untilSent,
  [open]: 'stillWithdrawable',
  else: 'wordsFrozen'
});
const untilFrozen: Row = { ...untilSent, else: 'wordsFrozen' };

/** What may be done to an idea, said in the call, and to a comment, a change and a meeting of the hearing. */
const expected: Record<string, Row> = {
  'reword an idea': duringCall,
  'take an idea back': duringCall,
  'like an idea': duringCall,
  'take a like of an idea back': duringCall,
  'reply to an idea': duringCall,
  'answer an idea': untilSent,
  'answer ideas alike': untilSent,
  'call an idea a duplicate of another': untilSent,
  'mark an imported idea as the group’s own': untilSent,
  'wish that an idea be withdrawn': oncePast('callOpen'),
  'take back a wish that an idea be withdrawn': untilFrozen,
  'grant a wish that an idea be withdrawn': untilFrozen,
  'decline a wish that an idea be withdrawn': untilFrozen,
  'hide an idea': { else: 'ok' },
  'show an idea that was hidden': { else: 'ok' },
  'reword a comment': duringHearing,
  'take a comment back': duringHearing,
  'like a comment': duringHearing,
  'take a like of a comment back': duringHearing,
  'reply to a comment': duringHearing,
  'answer a comment': untilSent,
  'wish that a comment be withdrawn': oncePast('hearing'),
  'take back a wish that a comment be withdrawn': untilFrozen,
  'grant a wish that a comment be withdrawn': untilFrozen,
  'decline a wish that a comment be withdrawn': untilFrozen,
  'hide a comment': { else: 'ok' },
  'show a comment that was hidden': { else: 'ok' },
  'say where the passage of a comment stands': { hearing: 'passageNotMoved', else: 'ok' },
  'reword a reply': duringHearing,
  'take a reply back': duringHearing,
  'like a reply': duringHearing,
  'reply to a reply': duringHearing,
  'wish that a reply be withdrawn': oncePast('hearing'),
  'take back a wish that a reply be withdrawn': untilFrozen,
  'grant a wish that a reply be withdrawn': untilFrozen,
  'decline a wish that a reply be withdrawn': untilFrozen,
  'like a change': duringHearing,
  'review a rewrite that is posted': { hearing: 'stale', else: 'hearingNotOpen' },
  'take a rewrite back, for the region': duringHearing,
  'take a rewrite back, on its behalf': { hearing: 'ok', processing: 'ok', else: 'hearingNotOpen' },
  'correct a meeting': duringHearing,
  'add a remark': duringHearing,
  'add a remark on the region’s behalf': {
    ...{ hearing: 'ok', processing: 'ok' },
    else: 'hearingNotOpen'
  },
  'add a theme': presentRound,
  'rename a theme': untilSent,
  'move a theme': untilSent,
  'remove a theme': untilSent,
  'enter a letter': { hearing: 'ok', processing: 'ok', nextHearing: 'ok', else: 'hearingNotOpen' }
};

/** Verbs on what there is from the hearing on. */
const fromHearing = /comment|change|rewrite|meeting|remark|a reply/;

test('the round of an input decides what may be done to it, in every later state', async () => {
  const life = await live();
  const found: Record<string, Record<string, Outcome>> = {};
  const wanted: typeof found = {};
  for (const state of states) {
    await life.reach(state, async (verbs) => {
      for (const [name, row] of Object.entries(expected)) {
        const verb = verbs[name];
        if (!verb) continue;
        (found[name] ??= {})[state] = await attempt(life.workingGroup(), verb);
        (wanted[name] ??= {})[state] = row[state] ?? row.else;
      }
    });
  }
  expect(found).toEqual(wanted);
  for (const name of Object.keys(expected))
    expect(Object.keys(found[name]!)).toHaveLength(fromHearing.test(name) ? 8 : 10);
});

/** Does what is tried and takes it back again; tells what was refused. */
async function attempt(
  context: Context,
  verb: (database: Context['database']) => Promise<unknown>
): Promise<Outcome> {
  class TakenBack extends Error {}
  try {
    await inTransaction(context, async ({ database }) => {
      await verb(database);
      throw new TakenBack();
    });
  } catch (thrown) {
    if (thrown instanceof TakenBack) return 'ok';
    if (thrown instanceof Refusal) return thrown.refused;
    throw thrown;
  }
  return 'ok';
}

const day = 24 * 60 * 60 * 1000;
const words: AnswerContent = {
  ...{ disposition: 'noted', markdown: 'Tak.', themeId: null },
  ...{ duplicateOf: null, referredTo: '' }
};
type Verbs = Record<string, (database: Context['database']) => Promise<unknown>>;

/** One document that goes from state to state. */
async function live() {
  const beginner = await makeMember(forum, 'Ida Udkast');
  const { id } = await beginDocument(beginner, {
    ...{ title: 'Havnen', summary: '', level: 'national', policyArea: 'By', regionId: null },
    ...{ audience: 'public', proposers: [], involved: [], markdown: '' }
  });
  let now = today;
  const group = await contextAt(beginner, now);
  const author = await makeMember(forum, 'Mads Medlem');
  const fyn = await makeMember(forum, 'Lone Fynbo', { rapporteurOf: 'Fyn' });
  const forumMember = await makeMember(forum, 'Pia Forum', { roles: ['politiskForum'] });
  const administrator = await makeMember(forum, 'Asta Admin', { roles: ['administrator'] });
  const at = (who: Context, database = who.database): Context => ({ ...who, now, database });
  const opened = { id, workingGroup: group };
  let idea = '';
  let mainId = '';
  let reply = '';
  let themeId = '';
  let other = 0;
  let meetingId = '';
  let rewriteId = '';
  let changeId = '';

  const numberOf = async (commentId: string) => {
    const [row] = await group.database.select().from(input).where(eq(input.commentId, commentId));
    return row!.number;
  };
  const about = (name: string, article: string, commentId: string): Verbs => ({
    [`reword ${article} ${name}`]: (db) =>
      editComment(at(author, db), commentId, { markdown: 'Andre ord.', revision: 1 }),
    [`take ${article} ${name} back`]: (db) => withdrawComment(at(author, db), commentId),
    [`like ${article} ${name}`]: (db) => addLike(at(fyn, db), { commentId }),
    [`take a like of ${article} ${name} back`]: (db) => removeLike(at(fyn, db), { commentId }),
    [`reply to ${article} ${name}`]: (db) => writeReply(at(fyn, db), commentId, 'Enig.'),
    [`answer ${article} ${name}`]: async (db) =>
      answerInput(at(group, db), id, await numberOfIn(db, commentId), { ...words, revision: 0 }),
    [`wish that ${article} ${name} be withdrawn`]: (db) =>
      wishWithdrawal(at(author, db), commentId, 'Fejl.'),
    [`take back a wish that ${article} ${name} be withdrawn`]: async (db) => {
      await wishIn(db, commentId);
      await takeWishBack(at(author, db), commentId);
    },
    [`grant a wish that ${article} ${name} be withdrawn`]: async (db) => {
      const wishId = await wishIn(db, commentId);
      await settleWish(at(group, db), id, wishId, { outcome: 'granted', words: '' });
    },
    [`decline a wish that ${article} ${name} be withdrawn`]: async (db) => {
      const wishId = await wishIn(db, commentId);
      await settleWish(at(group, db), id, wishId, { outcome: 'declined', words: 'Nej.' });
    },
    [`hide ${article} ${name}`]: (db) => hideComment(at(administrator, db), commentId, 'Grov.'),
    [`show ${article} ${name} that was hidden`]: async (db) => {
      await hideComment(at(administrator, db), commentId, 'Grov.');
      await showComment(at(administrator, db), commentId, 'Ikke grov.');
    }
  });
  /** A wish that waits, made when it could be. */
  const wishIn = async (database: Context['database'], commentId: string) => {
    const [thread] = await database
      .select()
      .from(input)
      .where(eq(input.commentId, commentId === reply ? mainId : commentId));
    const row = { commentId, inputId: thread!.id, askedBy: author.viewer!.id, askedAt: now };
    const [wish] = await database.insert(withdrawalWish).values(row).returning();
    return wish!.id;
  };
  const numberOfIn = async (database: Context['database'], commentId: string) => {
    const [row] = await database.select().from(input).where(eq(input.commentId, commentId));
    return row!.number;
  };

  function verbs(): Verbs {
    const passage: Verbs = {
      'say where the passage of a comment stands': async (db) => {
        const { number: versionNumber } = await readVersion(at(author, db), id);
        const choice = { type: 'gone' } as const;
        await setPassage(at(author, db), id, mainId, { choice, versionNumber, revision: 0 });
      }
    };
    const regional: Verbs = {
      'like a change': (db) => addLike(at(author, db), { changeId }),
      'review a rewrite that is posted': (db) =>
        reviewRewrite(at(fyn, db), rewriteId, 1, () => ({})),
      'take a rewrite back, for the region': (db) => withdrawRewrite(at(fyn, db), rewriteId),
      'take a rewrite back, on its behalf': (db) => withdrawRewrite(at(group, db), rewriteId),
      'correct a meeting': (db) =>
        reviseMeeting(at(fyn, db), meetingId, { ...meetingFacts, attendance: 9, revision: 1 }),
      'add a remark': (db) =>
        addRemark(at(fyn, db), meetingId, { markdown: 'Mere.', blockId: null }),
      'add a remark on the region’s behalf': (db) =>
        addRemark(at(group, db), meetingId, { markdown: 'Mere.', blockId: null })
    };
    return {
      ...about('idea', 'an', idea),
      'answer ideas alike': async (db) =>
        answerAlike(
          at(group, db),
          id,
          [{ number: await numberOfIn(db, idea), revision: 0 }],
          words
        ),
      'call an idea a duplicate of another': async (db) =>
        answerInput(at(group, db), id, await numberOfIn(db, idea), {
          ...words,
          ...{ disposition: 'duplicate', duplicateOf: other, revision: 0 }
        }),
      'mark an imported idea as the group’s own': async (db) => {
        await db.update(comment).set({ source: 'discourse:1/1' }).where(eq(comment.id, idea));
        await markVoice(at(group, db), id, idea, { voice: 'workingGroup' });
      },
      'add a theme': (db) => addTheme(at(group, db), id, { title: 'Færger', summary: '' }),
      'rename a theme': (db) =>
        saveTheme(at(group, db), id, themeId, { title: 'Stier', summary: '', revision: 1 }),
      'move a theme': (db) => moveTheme(at(group, db), id, themeId, 'up'),
      'remove a theme': (db) => removeTheme(at(group, db), id, themeId),
      'enter a letter': (db) =>
        enterLetter(at(group, db), id, {
          ...{ sender: 'Byen', receivedOn: '2026-03-01', markdown: 'Kære alle.', paragraph: null }
        }),
      ...(mainId
        ? {
            ...about('comment', 'a', mainId),
            ...about('reply', 'a', reply),
            ...passage,
            ...regional
          }
        : {})
    };
  }

  const enter: Record<State, () => Promise<void>> = {
    async callOpen() {
      const closesAt = new Date(now.getTime() + 7 * day);
      await openCall(at(group), id, { markdown: 'Idéer?', opensAt: now, closesAt });
      idea = await writeComment(at(author), opened, 'Flere færger.');
      other = await numberOf(await writeComment(at(author), opened, 'Flere broer.'));
      themeId = await addTheme(at(group), id, { title: 'Veje', summary: '' });
    },
    callClosed: () => closeCall(at(group), id, ''),
    async hearing() {
      await publishText({ id, workingGroup: await contextAt(group, now) }, text);
      await openRound({ id, workingGroup: at(group) });
      const { blockId } = (await readVersion(at(group), id)).blocks[0]!;
      mainId = await postComment(at(author), id, {
        ...{ markdown: 'Godt.', blockId, kind: null, wording: null, formKey: randomUUID() },
        passage: { words: 'lukket', near: null }
      });
      reply = await writeReply(at(author), mainId, 'Og klogt.');
      const regionId = await findOrMakeRegion(forum, 'Fyn');
      meetingId = await enterMeeting(at(fyn), id, { ...meetingFacts, regionId });
      const rewritten = { markdown: 'Havnen er åben.', foreword: '', scope: null };
      rewriteId = await writeRewrite(at(fyn), meetingId, rewritten);
      const revision = await revisionOf();
      await postRewrite(at(fyn), rewriteId, revision);
      const [row] = await group.database
        .select()
        .from(change)
        .where(eq(change.rewriteId, rewriteId));
      changeId = row!.id;
    },
    async processing() {
      await closeHearing(at(group), id, '');
      await publishText({ id, workingGroup: at(group) }, text.replace('lukket', 'spærret'));
    },
    async submitted() {
      const numbers = (
        await group.database.select().from(input).where(eq(input.documentId, id))
      ).map(({ number }) => ({ number, revision: 0 }));
      await answerAlike(at(group), id, numbers, words);
      const { number } = await readVersion(at(group), id);
      await submitDocument(at(group), id, { message: '', versionNumber: number });
    },
    adopted: async () => {},
    withReservations: async () => {},
    async returned() {
      await decide(at(forumMember), id, { outcome: 'returned', reason: 'Regn.', reservations: [] });
    },
    nextDrafting: () => beginNextRound(at(group), id),
    async nextHearing() {
      await openRound({ id, workingGroup: at(group) });
    }
  };
  const revisionOf = async () => {
    const [row] = await group.database.select().from(rewrite).where(eq(rewrite.id, rewriteId));
    return row!.revision;
  };

  return {
    workingGroup: () => at(group),
    async reach(state: State, look: (verbs: Verbs) => Promise<void>) {
      now = new Date(now.getTime() + day);
      await enter[state]();
      const decided = decisions[state];
      if (!decided) return look(verbs());
      const tried = verbs();
      await look(
        Object.fromEntries(
          Object.entries(tried).map(([name, verb]) => [
            name,
            async (database: Context['database']) => {
              const blockId = (await readVersion(at(group, database), id)).blocks[0]!.blockId;
              await decide(at(forumMember, database), id, decided(blockId));
              return verb(database);
            }
          ])
        )
      );
    }
  };
}

/** Decisions that are tried and taken back, so that the document can be returned after them. */
const decisions: Partial<Record<State, (blockId: string) => Parameters<typeof decide>[2]>> = {
  adopted: () => ({ outcome: 'adoptedAsWritten', reason: '', reservations: [] }),
  withReservations: (blockId) => ({
    outcome: 'adoptedWithReservations',
    reason: '',
    reservations: [{ blockId, wish: 'Et tal.' }]
  })
};

const text = 'Havnen er lukket om natten.\n\nFærgen sejler hver time.';
const meetingFacts = { heldOn: '2026-03-01', place: 'Kroen', attendance: 12, minutes: '' };
