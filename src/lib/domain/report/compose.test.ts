import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../document/align/align.ts';
import { parseBlocks } from '../document/blocks/blocks.ts';
import type { Answer, Input } from '../hearing/input.ts';
import { composeReport } from './compose.ts';
import type { ReportFacts } from './facts.ts';
import { hideInputs } from './report.ts';
import { maxSummaryLength } from './summary.ts';

test('who was heard stands alphabetically as Danes sort, with how each answered', () => {
  const report = composeReport({
    ...facts,
    invited: [
      party('organisation', 'Ådalens Lystfiskere'),
      party('group', 'Ældregruppen'),
      party('region', 'Fyn', 'fyn'),
      party('region', 'Bornholm', 'bornholm')
    ],
    meetings: [
      { regionId: 'fyn', regionName: 'Fyn', heldOn: '2026-03-05', place: 'Odense', attendance: 14 }
    ],
    inputs: [
      input(1, { kind: 'change', author: author('Fyn', 'region') }),
      input(2, { kind: 'letter', author: author('  ådalens  lystfiskere') }),
      input(3, { kind: 'change', author: author('Fyn', 'region') })
    ]
  });
  expect(report.parties.map(({ name }) => name)).toEqual([
    'Bornholm',
    'Fyn',
    'Ældregruppen',
    'Ådalens Lystfiskere'
  ]);
  expect(report.parties[1]).toMatchObject({
    meetings: [{ place: 'Odense', attendance: 14 }],
    answers: [{ kind: 'change', numbers: [1, 3] }]
  });
  expect(report.parties[0]!.answers).toEqual([]);
  expect(report.parties[3]!.answers).toEqual([{ kind: 'letter', numbers: [2] }]);
});

test('a member of a region does not answer for it, and a sender who was not asked is told of', () => {
  const report = composeReport({
    ...facts,
    invited: [party('region', 'Fyn', 'fyn')],
    inputs: [
      input(1, { region: { id: 'fyn', name: 'Fyn' } }),
      input(2, { kind: 'letter', author: author('Havnens Venner') })
    ]
  });
  expect(report.parties[0]!.answers).toEqual([]);
  expect(report.others).toEqual([{ name: 'Havnens Venner', numbers: [2] }]);
});

test('general remarks come first, then the themes in their order, then single paragraphs as in the text', () => {
  const report = composeReport({
    ...facts,
    themes: [
      { id: 'broer', title: 'Broer', summaryHtml: '<p>Flere vil have to.</p>' },
      { id: 'lys', title: 'Lys', summaryHtml: '' }
    ],
    inputs: [
      input(1, { place: paragraph(9) }),
      input(2),
      input(3, { place: paragraph(4) }),
      input(4, { answer: answer('accepted', 'broer') })
    ]
  });
  expect(report.general.map(({ number }) => number)).toEqual([2]);
  expect(report.themes.map(({ title, inputs }) => [title, inputs.length])).toEqual([
    ['Broer', 1],
    ['Lys', 0]
  ]);
  expect(report.paragraphs.map(({ number }) => number)).toEqual([3, 1]);
});

test('every input stands in the report once, and is counted by its disposition', () => {
  const report = composeReport({
    ...facts,
    themes: [{ id: 'broer', title: 'Broer', summaryHtml: '' }],
    inputs: [
      input(1, { answer: answer('accepted', 'broer') }),
      input(2, { answer: answer('declined') }),
      input(3, { answer: answer(null) }),
      input(4)
    ]
  });
  const all = [
    ...report.general,
    ...report.themes.flatMap((each) => each.inputs),
    ...report.paragraphs
  ];
  expect(all.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  expect(report.dispositions).toEqual({ accepted: 1, declined: 1, missing: 2 });
  expect(report.themes[0]!.dispositions).toEqual({ accepted: 1 });
});

test('participation counts each person once, by region, and those without one last', () => {
  const ida = { ...author('Ida'), memberId: 'ida' };
  const fyn = { id: 'fyn', name: 'Fyn' };
  const report = composeReport({
    ...facts,
    inputs: [
      input(1, { author: ida, region: fyn }),
      input(2, { author: ida, region: fyn }),
      input(3, { author: author('Havnens Venner'), kind: 'letter' })
    ]
  });
  expect(report.totals).toMatchObject({ inputs: 3, speakers: 2 });
  expect(report.regions.map(({ name, inputs, speakers }) => [name, inputs, speakers])).toEqual([
    ['Fyn', 2, 1],
    [null, 1, 1]
  ]);
});

test('inputs are counted on Danish days, every day of the period and the day of a late letter', () => {
  const { days } = composeReport({
    ...facts,
    inputs: [
      input(1, { at: new Date('2026-03-02T23:30:00Z') }),
      input(2, { at: new Date('2026-03-06T09:00:00Z'), late: true })
    ]
  });
  expect(days).toEqual([
    { date: '2026-03-02', inputs: 0 },
    { date: '2026-03-03', inputs: 1 },
    { date: '2026-03-04', inputs: 0 },
    { date: '2026-03-05', inputs: 0 },
    { date: '2026-03-06', inputs: 1 }
  ]);
});

test('a long period is told in weeks, months or years, and every input is in one of them', () => {
  const opensAt = new Date('2026-01-01T10:00:00Z');
  const days = fc.array(fc.integer({ min: -4000, max: 40_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), days, (length, came) => {
      const report = composeReport({
        ...facts,
        hearing: { ...facts.hearing!, opensAt, closesAt: after(opensAt, length) },
        inputs: came.map((day, nth) => input(nth + 1, { at: after(opensAt, day) }))
      });
      expect(sum(report.days)).toBe(came.length);
      expect(report.days.length).toBeLessThanOrEqual(122);
      const dates = report.days.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
    })
  );
  const spanOf = (length: number) =>
    composeReport({
      ...facts,
      hearing: { ...facts.hearing!, opensAt, closesAt: after(opensAt, length) }
    }).span;
  expect([100, 300, 2000, 9000].map(spanOf)).toEqual(['day', 'week', 'month', 'year']);
});

const after = (from: Date, days: number) => new Date(from.getTime() + days * 24 * 60 * 60 * 1000);
const sum = (days: { inputs: number }[]) => days.reduce((all, { inputs }) => all + inputs, 0);

test('a hearing that was closed early says when it was to close, by whom it was closed and why', () => {
  const closesAt = new Date('2026-03-20T22:59:00Z');
  const closing = { by: 'Berit Bank', reason: 'Alle har svaret.' };
  const hearingOf = (closedAt: Date) =>
    composeReport({ ...facts, hearing: { ...facts.hearing!, closesAt, closedAt, closing } })
      .hearing;
  expect(hearingOf(new Date('2026-03-10T10:00:00Z'))).toMatchObject({
    closesAt: closesAt.toISOString(),
    closedEarly: closing
  });
  expect(hearingOf(closesAt)!.closedEarly).toBeNull();
});

test('what was said is cut at a word, and a change without a reason is told by its text', () => {
  const long = 'Broen skal være bred nok til to barnevogne. '.repeat(20);
  const after = [{ kind: 'paragraph', level: 0, marker: '', text: 'To broer.', html: '' }] as const;
  const { general } = composeReport({
    ...facts,
    inputs: [
      input(1, { markdown: long }),
      input(2, {
        kind: 'change',
        markdown: '',
        change: { rewriteId: 'r', relation: 'edited', before: [], after: [...after] }
      })
    ]
  });
  expect(general[0]!.resume.length).toBeLessThanOrEqual(maxSummaryLength + 2);
  expect(general[0]!.resume).toMatch(/\p{L} …$/u);
  expect(general[1]!.resume).toBe('To broer.');
});

test('the changes against the heard version are told last, and only the rows that changed', () => {
  const [heard, latest] = [
    text('Broen skal være bred.\n\nDer skal være lys.\n\nHavnen er for alle.'),
    text('Broen skal være bred og flad.\n\nHavnen er for alle.')
  ];
  const { changes } = composeReport({
    ...facts,
    texts: {
      from: { number: 1, blocks: heard },
      to: { number: 2, blocks: latest },
      rows: align(heard, latest)
    }
  });
  expect(changes!.rows.map(({ relation }) => relation)).toEqual(['edited', 'deleted']);
  expect(changes!.rows[1]!.from).toEqual([{ number: 2, text: 'Der skal være lys.' }]);
});

test('a report is plain JSON, and comes back the same', () => {
  const report = composeReport({ ...facts, inputs: [input(1), input(2)] });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('words hidden after the report was frozen are shown in it no more, and the answer still is', () => {
  const address = { markdown: 'Bor på Strandvejen 4.', answer: answer('noted') };
  const report = composeReport({ ...facts, inputs: [input(1, address), input(2)] });
  const shown = hideInputs(report, [1]);
  expect(JSON.stringify(shown)).not.toContain('Strandvejen');
  expect(shown.general[0]!.answerHtml).toBe('<p>Tak.</p>');
  expect(shown.general[1]).toEqual(report.general[1]);
});

const facts: ReportFacts = {
  title: 'Havnen',
  round: 1,
  call: null,
  hearing: {
    opensAt: new Date('2026-03-02T08:00:00Z'),
    closesAt: new Date('2026-03-04T22:59:00Z'),
    closedAt: null,
    closing: null,
    versionNumber: 1,
    reasonForShortPeriod: ''
  },
  forewordHtml: '',
  invited: [],
  meetings: [],
  inputs: [],
  themes: [],
  texts: null
};

function input(number: number, traits: Partial<Input> = {}): Input {
  return {
    id: `input-${number}`,
    number,
    round: 1,
    kind: 'comment',
    late: false,
    tail: '',
    at: new Date('2026-03-03T12:00:00Z'),
    author: author(`Medlem ${number}`),
    region: null,
    meeting: null,
    place: null,
    commentId: null,
    commentKind: null,
    quote: null,
    passage: null,
    wording: null,
    change: null,
    html: '',
    markdown: 'En bro til.',
    hidden: null,
    likes: 0,
    replies: 0,
    answer: null,
    ...traits
  };
}

const author = (name: string, voice: Input['author']['voice'] = 'member') => ({
  name,
  memberId: null,
  voice,
  enteredBy: null
});

const party = (
  kind: ReportFacts['invited'][number]['kind'],
  name: string,
  regionId: string | null = null
) => ({ kind, name, regionId });

const paragraph = (number: number) => ({
  blockId: `b${number}`,
  versionNumber: 1,
  number,
  text: ''
});

const answer = (disposition: Answer['disposition'], themeId?: string): Answer => ({
  disposition,
  html: '<p>Tak.</p>',
  markdown: 'Tak.',
  theme: themeId ? { id: themeId, title: themeId } : null,
  duplicateOf: null,
  referredTo: '',
  revision: 1
});

const text = (markdown: string) =>
  parseBlocks(markdown).map((block, at) => ({ ...block, number: at + 1 }));
