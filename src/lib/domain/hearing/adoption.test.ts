import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEnds, knownVersions } from '../../../../tests/support/known-versions.ts';
import { Refusal } from '../refusal.ts';
import * as adoption from './adoption.ts';
import { judgeAdoption, findLacking, type AdoptionStep, type Reservation } from './adoption.ts';
import { findChange, type VersionChange } from './version-comparison.ts';

const bridge = 'Havnen skal have en bro over løbet.';
const paid = 'Havnen skal have en bro over løbet, som staten betaler.';
const ferry = 'Færgen sejler hver dag hele året.';
const money = 'Vi sætter 50.000 kr. af til kajen.';

describe('a reservation on a paragraph', () => {
  test('is open until the working group answers it, and refused while its paragraph is as it was', () => {
    const story = tell([bridge, ferry], { reserved: [0] });
    expect(story.states()).toEqual(['open']);
    expect(() => story.propose()).toThrow('reservationUntouched');
    expect(() => story.confirm()).toThrow('reservationUntouched');
  });

  test('is not met by the working group’s word alone, but by Politisk Forum’s', () => {
    const story = tell([bridge, ferry], { reserved: [0] }).publish([paid, ferry]);
    expect(() => story.confirm()).toThrow('reservationUnanswered');
    story.propose();
    expect([story.states(), story.isReady()]).toEqual([['waiting'], false]);
    story.confirm();
    expect([story.states(), story.isReady()]).toEqual([['confirmed'], true]);
  });

  test('is sent back with a reason, and answered again', () => {
    const story = tell([bridge, ferry], { reserved: [0] }).publish([paid, ferry]);
    story.propose();
    expect(() => story.sendBack(' ')).toThrow('sendBackReasonMissing');
    story.sendBack('Hvornår?');
    expect(story.states()).toEqual(['sentBack']);
    expect(() => story.confirm()).toThrow('reservationUnanswered');
    story.publish([`${paid} I 2030.`, ferry]).propose();
    expect(story.states()).toEqual(['waiting']);
  });

  test('that was confirmed is checked again when its paragraph changes, and not when another does', () => {
    const story = tell([bridge, ferry], { reserved: [0] }).publish([paid, ferry]);
    story.propose();
    story.confirm();
    expect(story.publish([paid, ferry, money]).states()).toEqual(['confirmed']);
    expect(story.publish([`${paid} Måske.`, ferry, money]).states()).toEqual(['waiting']);
    expect(story.publish([bridge, ferry, money]).states()).toEqual(['undone']);
    expect(story.publish([paid, ferry]).states()).toEqual(['confirmed']);
  });

  test('covers its own paragraph and nothing that is joined with it or put in beside it', () => {
    const story = tell([bridge, ferry], { reserved: [0] });
    expect(story.publish([`${paid} ${ferry}`]).outside()).toEqual(['merged']);
    expect(story.publish([paid, money, ferry]).outside()).toEqual(['inserted']);
    expect(story.publish([paid, ferry]).outside()).toEqual([]);
  });

  test('covers all that its paragraph was cut into', () => {
    const cut = [paid, 'Broen er for cykler.'];
    const story = tell([`${bridge} Broen er for cykler.`, ferry], { reserved: [0] });
    expect(story.publish([...cut, ferry]).outside()).toEqual([]);
  });
});

describe('a reservation on the whole text', () => {
  test('covers no paragraph: every change is approved by its name, besides its own confirmation', () => {
    const story = tell([bridge, money], { reserved: [null] });
    expect(() => story.propose()).toThrow('reservationUntouched');
    story.publish([paid, money.replace('50.000', '500.000')]).propose();
    story.confirm();
    expect([story.states(), story.outside()]).toEqual([['confirmed'], ['edited', 'edited']]);
    story.approveAll();
    expect(story.isReady()).toBe(true);
  });

  test('that was confirmed is checked again whatever is changed', () => {
    const story = tell([bridge, money], { reserved: [null] }).publish([paid, money]);
    story.propose();
    story.confirm();
    expect(story.publish([paid, money.replace('50', '60')]).states()).toEqual(['waiting']);
  });
});

describe('a change outside the reservations', () => {
  test('holds the adoption back until Politisk Forum approves it, or it is taken back', () => {
    const more = money.replace('50.000', '500.000');
    const story = tell([bridge, money], { reserved: [0] }).publish([paid, more]);
    story.propose();
    story.confirm();
    expect([story.isReady(), story.outside()]).toEqual([false, ['edited']]);
    story.approveAll();
    expect(story.isReady()).toBe(true);
    expect(story.publish([paid, money.replace('50.000', '900.000')]).isReady()).toBe(false);
    expect(story.publish([paid, money]).isReady()).toBe(true);
  });

  test('is sent back with a reason, and stays out until it is another change', () => {
    const story = tell([bridge, money], { reserved: [0] }).publish([paid, `${money} Ja.`]);
    expect(() => story.sendChangeBack('')).toThrow('sendBackReasonMissing');
    story.sendChangeBack('Det har vi ikke bedt om.');
    expect(story.changeStates()).toEqual(['reserved', 'sentBack']);
    expect(story.publish([paid, `${money} Nej.`]).changeStates()).toEqual(['reserved', 'waiting']);
    expect(story.publish([paid, `${money} Ja.`]).changeStates()).toEqual(['reserved', 'sentBack']);
  });
});

test('whoever did not see the last answer is refused, and so is what is not there', () => {
  const story = tell([bridge, money], { reserved: [0] }).publish([paid, `${money} Ja.`]);
  story.propose();
  const seenNothing = 0;
  const judged = story.judge();
  expect(() => adoption.confirmReservation(judged, '0', seenNothing)).toThrow('answeredMeanwhile');
  expect(() => adoption.confirmReservation(judged, 'x', seenNothing)).toThrow('notFound');
  expect(() => adoption.approveChange(judged, 'x', seenNothing)).toThrow('notFound');
  const reserved = judged.changes.find(({ state }) => state === 'reserved')!;
  expect(() => adoption.approveChange(judged, reserved.change.name, 0)).toThrow('notFound');
});

test('what was said before changes had names is a proposal, and never a confirmation that holds', () => {
  const from: AdoptionStep[] = [{ kind: 'confirmed', reservationId: '0', change: null }];
  const story = tell([bridge, ferry], { reserved: [0] }, from).publish([paid, ferry]);
  expect(story.states()).toEqual(['waiting']);
});

describe('whatever is published, proposed, confirmed, approved and sent back', () => {
  const word = fc.constantFrom('bro', 'kaj', 'mole', 'færge', '50.000', '500.000');
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((it) => it.join(' '));
  const mark = fc.constantFrom('', '', '', '## ', '- ', '3. ');
  const block = fc.tuple(mark, words).map(([before, text]) => before + text);
  const how = fc.constantFrom('edit', 'out', 'in', 'move', 'replace');
  const edit = fc.record({ at: fc.nat(9), how, words: block });
  const publish = fc.array(edit, { minLength: 1, maxLength: 2 }).map((edits) => [{ edits }]);
  const verb = fc.constantFrom('propose', 'confirm', 'sendBack', 'approve', 'sendChangeBack');
  const one = fc.record({ verb, of: fc.nat(5) }).map((deed) => [deed]);
  const meetAll = fc.constant(
    [0, 1].flatMap((of) => ['propose', 'confirm'].map((verb) => ({ verb, of })))
  );
  const approveAll = fc.constant([0, 1, 2, 3, 4, 5].map((of) => ({ verb: 'approve', of })));
  const deeds = fc
    .array(fc.oneof(publish, one, one, meetAll, approveAll), { minLength: 4, maxLength: 12 })
    .map((groups): Deed[] => groups.flat());
  const first = fc.array(block, { minLength: 1, maxLength: 5 });
  const reserved = fc.uniqueArray(fc.option(fc.nat(4)), { minLength: 1, maxLength: 2 });

  test('no text is adopted with a word that Politisk Forum has not seen, and no confirmed reservation is undone', () => {
    let adopted = 0;
    fc.assert(
      fc.property(first, reserved, deeds, (text, places, done) => {
        const story = tell(text, { reserved: places });
        const seen = walk(story, done);
        if (!story.isReady()) return;
        adopted++;
        expectSeen(story, seen);
      }),
      { numRuns: 3000, seed: 8 }
    );
    expect(adopted).toBeGreaterThan(200);
  }, 60_000);
});

type Deed = { edits: Edit[] } | { verb: string; of: number };
type Edit = { at: number; how: string; words: string };

/** The text of each change as it stood when Politisk Forum last confirmed or approved it. */
type Seen = { confirmed: Map<string, string[]>; approved: string[] };

/** Does the deeds, those that are refused too, and keeps what Politisk Forum had before its eyes. */
function walk(story: Story, deeds: readonly Deed[]): Seen {
  const seen: Seen = { confirmed: new Map(), approved: [] };
  for (const deed of deeds) {
    try {
      if ('edits' in deed) story.publish(deed.edits.reduce(edited, story.text()));
      else doOne(story, deed.verb, deed.of, seen);
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
    }
  }
  return seen;
}

function doOne(story: Story, verb: string, of: number, seen: Seen) {
  const { changes } = story.judge();
  const named = changes[of % Math.max(1, changes.length)]?.change;
  const place = of % story.reserved.length;
  if (verb === 'propose') story.propose(place);
  if (verb === 'sendBack') story.sendBack('Nej.', place);
  if (verb === 'sendChangeBack' && named) story.sendChangeBack('Nej.', named.name);
  if (verb === 'approve' && named) {
    story.approve(named.name);
    seen.approved.push(asRead(named));
  }
  if (verb === 'confirm') {
    story.confirm(place);
    seen.confirmed.set(story.reserved[place]!.id, storyChanges(story, place).map(asRead));
  }
}

function expectSeen(story: Story, { confirmed, approved }: Seen) {
  for (const [place, { id, blockId }] of story.reserved.entries()) {
    const now = storyChanges(story, place).map(asRead);
    expect(now.length, 'a reservation is met by a change').toBeGreaterThan(0);
    expect(now, 'as it was confirmed').toEqual(confirmed.get(id));
    if (blockId === null) expect(story.judge().changes.length).toBe(now.length);
  }
  const blockIds = new Set(story.reserved.map(({ blockId }) => blockId));
  for (const change of story.comparison().changes) {
    const isReserved =
      change.from.length > 0 && change.from.every((block) => blockIds.has(block.blockId));
    if (!isReserved) expect(approved).toContain(asRead(change));
  }
}

/** The changes that the reservation hangs on: its block's own, or all of them. */
function storyChanges(story: Story, place: number): VersionChange[] {
  const { changes } = story.comparison();
  const { blockId } = story.reserved[place]!;
  if (blockId === null) return [...changes];
  const own = findChange(changes, blockId);
  return own ? [own] : [];
}

const asRead = ({ from, to }: VersionChange) =>
  JSON.stringify([from, to].map((side) => side.map(({ markdown }) => markdown)));

function edited(text: string[], { at, how, words }: Edit) {
  const place = at % text.length;
  if (how === 'in') return text.toSpliced(place, 0, words);
  if (how === 'out') return text.length > 1 ? text.toSpliced(place, 1) : text;
  if (how === 'edit') return text.with(place, `${text[place]} ${words.replace(/^\W+/, '')}`);
  if (how === 'replace') return text.with(place, words);
  return [...text.toSpliced(place, 1), text[place]!];
}

/** A submitted text with reservations at the named places, null for the whole, and what happens to it. */
function tell(
  first: string[],
  { reserved }: { reserved: (number | null)[] },
  earlier: AdoptionStep[] = []
) {
  const texts = [first];
  const versions = () => knownVersions(...texts.map((blocks) => blocks.join('\n\n')));
  const [submitted] = versions();
  let comparison = compareEnds(versions());
  const ids = submitted!.blocks.map(({ blockId }) => blockId);
  const reservations: Reservation[] = reserved.map((place, at) => ({
    id: String(at),
    blockId: place === null ? null : ids[place % ids.length]!
  }));
  const steps = [...earlier];
  const judge = () => judgeAdoption(comparison, reservations, steps);
  const seenOf = (place: number) => judge().reservations[place]!.stepCount;
  const seenOfChange = (name: string) =>
    judge().changes.find(({ change }) => change.name === name)!.stepCount;
  const outside = () => findLacking(judge()).changes.map(({ change }) => change);
  return {
    comparison: () => comparison,
    judge,
    reserved: reservations,
    text: () => texts.at(-1)!,
    states: () => judge().reservations.map(({ state }) => state),
    changeStates: () => judge().changes.map(({ state }) => state),
    isReady: () => adoption.isReady(judge()),
    outside: () => outside().map(({ row }) => row.relation),
    publish(text: string[]) {
      texts.push(text);
      comparison = compareEnds(versions());
      return this;
    },
    propose: (place = 0) =>
      steps.push(adoption.proposeReservation(judge(), String(place), seenOf(place))),
    confirm: (place = 0) =>
      steps.push(adoption.confirmReservation(judge(), String(place), seenOf(place))),
    sendBack: (reason: string, place = 0) =>
      steps.push(
        adoption.sendReservationBack(judge(), String(place), { seen: seenOf(place), reason })
      ),
    approve: (name: string) =>
      steps.push(adoption.approveChange(judge(), name, seenOfChange(name))),
    approveAll() {
      for (const { name } of outside()) this.approve(name);
    },
    sendChangeBack: (reason: string, name = outside()[0]!.name) =>
      steps.push(adoption.sendChangeBack(judge(), name, { seen: seenOfChange(name), reason }))
  };
}

type Story = ReturnType<typeof tell>;
