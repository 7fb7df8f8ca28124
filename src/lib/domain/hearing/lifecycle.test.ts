import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDanishTime, addDays } from '../time.ts';
import {
  completeAdoption,
  countDays,
  decideSubmission,
  isOpen,
  beginNextRound,
  openCall,
  openHearing,
  refuseUnlessOpen,
  refuseUnlessWritable,
  step,
  submit,
  type Decision,
  type HearingPlan
} from './lifecycle.ts';
import { documentStates, type DocumentState } from './enums.ts';

const now = new Date('2026-03-02T10:00:00Z');
const rule = { minDays: 14, now };

test('a hearing opens on a draft that has a version, for the period that the party asks for', () => {
  expect(openHearing('drafting', plan(14), rule)).toEqual({
    step: { from: 'drafting', to: 'hearing', reason: '' },
    period: { opensAt: now, closesAt: daysFrom(14) }
  });
});

test('a hearing opens only on a version', () => {
  expect(() => openHearing('drafting', { ...plan(14), hasVersion: false }, rule)).toThrow(
    'hearingNeedsVersion'
  );
});

test.each(documentStates.filter((state) => state !== 'drafting'))(
  'a document that stands at %s cannot be opened for hearing',
  (state) => expect(() => openHearing(state, plan(14), rule)).toThrow('wrongState')
);

test('a hearing has an opening and a closing, in that order', () => {
  const never = new Date(NaN);
  expect(() => openHearing('drafting', { ...plan(14), opensAt: never }, rule)).toThrow(
    'hearingNeedsPeriod'
  );
  expect(() => openHearing('drafting', { ...plan(14), closesAt: never }, rule)).toThrow(
    'hearingNeedsPeriod'
  );
  expect(() => openHearing('drafting', plan(0), rule)).toThrow('hearingNeedsPeriod');
  expect(() => openHearing('drafting', plan(-1), rule)).toThrow('hearingNeedsPeriod');
});

test('a hearing cannot close in the past', () => {
  const past = { ...plan(14), opensAt: daysFrom(-20), closesAt: daysFrom(-1) };
  expect(() => openHearing('drafting', past, rule)).toThrow('hearingClosesInPast');
});

test('a hearing shorter than the configured least needs a stated reason, and spaces are none', () => {
  expect(() => openHearing('drafting', plan(13), rule)).toThrow('shortHearingNeedsReason');
  expect(() => openHearing('drafting', { ...plan(13), reasonForShortPeriod: '  ' }, rule)).toThrow(
    'shortHearingNeedsReason'
  );
  const stated = { ...plan(13), reasonForShortPeriod: 'Kongressen er fremrykket.' };
  expect(openHearing('drafting', stated, rule).step.reason).toBe('Kongressen er fremrykket.');
  expect(() => openHearing('drafting', plan(5), { ...rule, minDays: 5 })).not.toThrow();
});

test('a start that is over gives a hearing no days: it has those that are left', () => {
  const midnight = fromDanishTime('2026-03-02', '00:00');
  const enough = { ...plan(14), opensAt: midnight };
  expect(openHearing('drafting', enough, rule).period).toEqual({
    opensAt: now,
    closesAt: daysFrom(14)
  });
  const thirteen = { ...enough, closesAt: daysFrom(13) };
  expect(countDays(thirteen)).toBe(14);
  expect(() => openHearing('drafting', thirteen, rule)).toThrow('shortHearingNeedsReason');
  const call = { opensAt: midnight, closesAt: daysFrom(7) };
  expect(openCall('drafting', call, now).period).toEqual({ ...call, opensAt: now });
});

test('neither a hearing nor a call for ideas opens on a Danish day that is over', () => {
  const lastNight = { opensAt: new Date('2026-03-01T22:59:00Z'), closesAt: daysFrom(20) };
  const stated = { ...plan(20), ...lastNight, reasonForShortPeriod: 'Kongressen er fremrykket.' };
  expect(() => openHearing('drafting', stated, rule)).toThrow('hearingOpensInPast');
  expect(() => openCall('drafting', lastNight, now)).toThrow('hearingOpensInPast');
  const tomorrow = { opensAt: daysFrom(1), closesAt: daysFrom(20) };
  expect(openCall('drafting', tomorrow, now).period).toEqual(tomorrow);
});

test('fourteen days over the night when clocks go forward are fourteen days', () => {
  const opensAt = new Date('2026-03-20T23:00:00Z');
  expect(countDays({ opensAt, closesAt: new Date('2026-04-03T22:00:00Z') })).toBe(14);
});

test('thirteen days and the hour that comes twice in October are thirteen days', () => {
  const opensAt = new Date('2026-10-19T22:00:00Z');
  const thirteen = { opensAt, closesAt: new Date('2026-11-01T23:00:00Z') };
  expect(countDays(thirteen)).toBe(13);
  const early = { ...thirteen, hasVersion: true, reasonForShortPeriod: '' };
  expect(() => openHearing('drafting', early, { minDays: 14, now: opensAt })).toThrow(
    'shortHearingNeedsReason'
  );
});

test('a period from an hour of one day to the same hour of another is as many days as the calendar says', () => {
  const aDay = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 4, max: 23 }),
      (start, days, hour) => {
        const date = addDays('1980-01-01', start);
        const time = `${String(hour).padStart(2, '0')}:00`;
        const opensAt = fromDanishTime(date, time);
        const closesAt = fromDanishTime(addDays(date, days), time);
        expect(countDays({ opensAt, closesAt })).toBe(days);
        const aMinuteMore = new Date(closesAt.getTime() + 60_000);
        expect(countDays({ opensAt, closesAt: aMinuteMore })).toBe(days + 1);
      }
    )
  );
});

test('input is taken from the opening until the closing, and not at the closing itself', () => {
  const hearing = { opensAt: daysFrom(1), closesAt: daysFrom(15), closedAt: null };
  expect(isOpen(hearing, now)).toBe(false);
  expect(isOpen(hearing, daysFrom(1))).toBe(true);
  expect(isOpen(hearing, new Date(daysFrom(15).getTime() - 1))).toBe(true);
  expect(isOpen(hearing, daysFrom(15))).toBe(false);
});

test('a hearing closed by hand takes no more input, whatever its time says', () => {
  const hearing = { opensAt: daysFrom(-1), closesAt: daysFrom(13), closedAt: now };
  expect(() => refuseUnlessOpen(hearing, daysFrom(1))).toThrow('hearingNotOpen');
  expect(() => refuseUnlessOpen(null, now)).toThrow('hearingNotOpen');
});

test('ideas are called for before there is a draft, within a period that ends in the future', () => {
  const period = { opensAt: now, closesAt: daysFrom(7) };
  expect(openCall('drafting', period, now).step.to).toBe('callForInput');
  expect(() => openCall('hearing', period, now)).toThrow('wrongState');
  expect(() => openCall('drafting', { opensAt: now, closesAt: now }, now)).toThrow(
    'hearingNeedsPeriod'
  );
  expect(() => openCall('drafting', period, daysFrom(8))).toThrow('hearingClosesInPast');
});

test('submitting needs a disposition for every input and a reason for each not accepted', () => {
  expect(submit('processing', { missing: 0, withoutReason: 0 }).to).toBe('submitted');
  expect(() => submit('processing', { missing: 1, withoutReason: 0 })).toThrow('inputsUnanswered');
  expect(() => submit('processing', { missing: 0, withoutReason: 1 })).toThrow('inputsUnanswered');
});

test('the refusal to submit says how many dispositions and how many reasons are missing', () => {
  const backlog = { missing: 3, withoutReason: 2 };
  expect(() => submit('processing', backlog)).toThrow(
    expect.objectContaining({ refused: 'inputsUnanswered', facts: backlog })
  );
});

test('a document is submitted from the working group only, and once', () => {
  for (const state of documentStates.filter((each) => each !== 'processing'))
    expect(() => submit(state, { missing: 0, withoutReason: 0 })).toThrow('wrongState');
});

test('a submission is decided once', () => {
  expect(decideSubmission('submitted', decision('adoptedAsWritten')).to).toBe('adopted');
  for (const state of documentStates.filter((each) => each !== 'submitted'))
    expect(() => decideSubmission(state, decision('adoptedAsWritten'))).toThrow('alreadyDecided');
});

test('adoption with reservations says what must be rewritten, in each of them', () => {
  const adopting = decision('adoptedWithReservations');
  expect(() => decideSubmission('submitted', adopting)).toThrow('reservationsMissing');
  expect(() =>
    decideSubmission('submitted', {
      ...adopting,
      reservations: [{ wish: 'Skriv tallet.' }, { wish: ' ' }]
    })
  ).toThrow('reservationsMissing');
  expect(
    decideSubmission('submitted', { ...adopting, reservations: [{ wish: 'Skriv tallet.' }] }).to
  ).toBe('adoptedWithReservations');
});

test('reservations are not taken with another outcome, where nobody would meet them', () => {
  const reservations = [{ wish: 'Skriv tallet.' }];
  for (const outcome of ['adoptedAsWritten', 'returned'] as const)
    expect(() =>
      decideSubmission('submitted', { ...decision(outcome), reason: 'Regn på det.', reservations })
    ).toThrow('reservationsUnexpected');
});

test('a return says what further work is wished for', () => {
  expect(() => decideSubmission('submitted', decision('returned'))).toThrow('wishesMissing');
  expect(
    decideSubmission('submitted', { ...decision('returned'), reason: 'Regn på det.' })
  ).toEqual({
    from: 'submitted',
    to: 'returned',
    reason: 'Regn på det.'
  });
});

test('an adoption with reservations stands when each is confirmed and nothing outside them is changed unseen', () => {
  const completing = (reservations: number, ...places: string[]) =>
    completeAdoption('adoptedWithReservations', { reservations, places });
  expect(() => completing(1)).toThrow('reservationNotMet');
  expect(() => completing(0, '17', '»Broen«')).toThrow(
    expect.objectContaining({ refused: 'changedOutside', facts: { places: '17, »Broen«' } })
  );
  expect(completing(0).to).toBe('adopted');
});

test('what was returned goes back to drafting, and what was adopted goes nowhere', () => {
  expect(step('returned', 'drafting').to).toBe('drafting');
  for (const state of documentStates) expect(() => step('adopted', state)).toThrow('wrongState');
});

describe('each verb goes from the states named here, and from no other', () => {
  const ready = { missing: 0, withoutReason: 0 };
  const period = { opensAt: now, closesAt: daysFrom(14) };
  const reserving = {
    ...decision('adoptedWithReservations'),
    reservations: [{ wish: 'Kortere.' }]
  };
  const verbs: [
    string,
    (state: DocumentState) => unknown,
    Partial<Record<DocumentState, string>>
  ][] = [
    ['call for ideas', (at) => openCall(at, period, now).step.to, { drafting: 'callForInput' }],
    ['open a hearing', (at) => openHearing(at, plan(14), rule).step.to, { drafting: 'hearing' }],
    [
      'close what is open',
      (at) => step(at, at === 'callForInput' ? 'drafting' : 'processing').to,
      { callForInput: 'drafting', hearing: 'processing' }
    ],
    ['submit', (at) => submit(at, ready).to, { processing: 'submitted' }],
    [
      'adopt as written',
      (at) => decideSubmission(at, decision('adoptedAsWritten')).to,
      { submitted: 'adopted' }
    ],
    [
      'adopt with reservations',
      (at) => decideSubmission(at, reserving).to,
      { submitted: 'adoptedWithReservations' }
    ],
    [
      'return',
      (at) => decideSubmission(at, { ...decision('returned'), reason: 'Regn på det.' }).to,
      { submitted: 'returned' }
    ],
    [
      'complete the adoption',
      (at) => completeAdoption(at, { reservations: 0, places: [] }).to,
      { adoptedWithReservations: 'adopted' }
    ],
    ['begin the next round', (at) => beginNextRound(at).to, { returned: 'drafting' }],
    [
      'publish a version',
      (at) => (refuseUnlessWritable(at), at),
      {
        ...{ callForInput: 'callForInput', drafting: 'drafting', processing: 'processing' },
        adoptedWithReservations: 'adoptedWithReservations'
      }
    ]
  ];
  const table = verbs.flatMap(([verb, act, goes]) =>
    documentStates.map((state) => ({ verb, act, state, to: goes[state] }))
  );
  test.each(table)('$state: $verb', ({ act, state, to }) => {
    if (to) expect(act(state)).toBe(to);
    else expect(() => act(state)).toThrow(/^(wrongState|alreadyDecided)$/);
  });
});

test('no step leaps over another', () => {
  const leaps: [DocumentState, DocumentState][] = [
    ['drafting', 'processing'],
    ['drafting', 'submitted'],
    ['hearing', 'submitted'],
    ['hearing', 'adopted'],
    ['processing', 'adopted'],
    ['processing', 'hearing'],
    ['returned', 'submitted']
  ];
  for (const [from, to] of leaps) expect(() => step(from, to)).toThrow('wrongState');
});

test('the text stands still while it is heard and decided, and for good once it is adopted', () => {
  const still = ['hearing', 'submitted', 'adopted', 'returned'];
  for (const state of documentStates) {
    const publishing = () => refuseUnlessWritable(state);
    if (still.includes(state)) expect(publishing).toThrow('wrongState');
    else expect(publishing).not.toThrow();
  }
});

function plan(days: number): HearingPlan {
  return { opensAt: now, closesAt: daysFrom(days), hasVersion: true, reasonForShortPeriod: '' };
}

function daysFrom(days: number): Date {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
}

const decision = (outcome: Decision['outcome']): Decision => ({
  outcome,
  reason: '',
  reservations: []
});
