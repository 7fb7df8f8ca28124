import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { callInputs, inputs, listPosts, listRounds } from './lists.ts';
import { readContent, type DemoDocument, type DemoHearing } from './read.ts';
import type { DemoOutcome, DemoPlace } from './shared.ts';

const demo = readContent();
const rounds = listRounds(demo);
const names = new Set(demo.members.map((member) => member.name));
const submitted = rounds.filter(({ hearing }) => hearing.submission);

test('nobody shares a name or an address with another', () => {
  expect(names.size).toBe(demo.members.length);
  expect(new Set(demo.members.map((member) => member.email)).size).toBe(demo.members.length);
});

test('every role has a login that belongs to somebody who holds it', () => {
  const holders = new Map(demo.logins.map(({ role, email }) => [role, whoHas(email)]));
  const groups = demo.documents.flatMap((document) => document.workingGroup);
  const rapporteurs = demo.regions.flatMap((region) => region.rapporteurs);
  expect(holders.get('administrator')?.roles).toContain('administrator');
  expect(holders.get('politiskForum')?.roles).toContain('politiskForum');
  expect(groups).toContain(holders.get('workingGroup')?.name);
  expect(rapporteurs).toContain(holders.get('rapporteur')?.name);
  expect(holders.get('member')?.roles ?? []).toEqual([]);
});

test('everyone who does or says something is a member, and likes it at most once', () => {
  const said = demo.documents.flatMap(listPosts);
  const strangers = [
    ...demo.regions.flatMap((region) => region.rapporteurs),
    ...demo.documents.flatMap((document) => [...document.workingGroup, ...document.proposers]),
    ...demo.documents.flatMap((document) => deeds(document)),
    ...said.flatMap(({ author, likes }) => [author, ...(likes ?? [])])
  ].filter((name) => !names.has(name));
  expect(strangers).toEqual([]);
  const twice = said.filter(({ likes }) => new Set(likes).size !== (likes ?? []).length);
  const ownLike = said.filter(({ author, likes }) => likes?.includes(author));
  expect([...twice, ...ownLike].map(({ body }) => body)).toEqual([]);
});

test('every file of the content is read', () => {
  const inFolders = readdirSync('demo/content', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`);
  const read = new Set(['demo/content/people.json', ...demo.documents.flatMap(filesOf)]);
  expect(inFolders.filter((path) => !read.has(path))).toEqual([]);
});

test('keys are used once in a document', () => {
  for (const document of demo.documents) {
    const heard = [...callInputs(document), ...document.hearings.flatMap(inputs)];
    const keys = heard.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

describe.each(rounds)('$name', ({ document, hearing }) => {
  test('every snippet stands in one block, and every quote once in it', () => {
    const texts = blockTexts(document, hearing.version);
    expect(places(hearing).flatMap((place) => wrongWith(place, texts))).toEqual([]);
  });

  test('every suggestion has a wording that differs, and nothing else has one', () => {
    const odd = hearing.comments.filter(
      ({ kind, wording, on }) =>
        (kind === 'wording') !== !!wording || (on?.quote && on.quote === wording)
    );
    expect(odd.map(({ key }) => key)).toEqual([]);
  });

  test('every change with a reason is found in its text, and every scope is a section', () => {
    const draft = blockTexts(document, hearing.version);
    for (const rewrite of hearing.meetings.flatMap((meeting) => meeting.rewrite ?? [])) {
      const ours = textsOf(rewrite.markdown);
      const wrong = rewrite.changes.flatMap(({ side, block }) =>
        wrongWith({ block }, side === 'draft' ? draft : ours)
      );
      expect(wrong).toEqual([]);
      const sections = rewrite.scope === 'whole' ? [] : rewrite.scope;
      expect(sections.filter((section) => !draft.includes(section))).toEqual([]);
    }
  });

  test('only rapporteurs of the region enter its meetings', () => {
    const wrong = hearing.meetings.filter(
      (meeting) => !meeting.onBehalf && !rapporteursOf(meeting.region).includes(meeting.entered.by)
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('every outcome names what its disposition needs', () => {
    const themes = hearing.themes.map(({ key }) => key);
    const keys = [...inputs(hearing), ...callInputs(document)].map(({ key }) => key);
    const given = [
      ...outcomes(hearing),
      ...toCall(document, hearing).flatMap(({ outcome }) => outcome ?? [])
    ];
    const wrong = given.filter((outcome) => lacksSomething(outcome, themes, keys));
    expect(wrong).toEqual([]);
  });
});

const realHearing = '../shared/hearing';
test.runIf(existsSync(realHearing))('no sentence of the real hearing has come in', () => {
  const real = readdirSync(realHearing).map((name) => read(`${realHearing}/${name}`));
  const ours = wordsOf(JSON.stringify(demo).replaceAll('\\n', ' '));
  const taken = runsOfWords(wordsOf(real.join(' ')), 8).filter((run) => ours.includes(run));
  expect(taken).toEqual([]);
});

if (!existsSync(realHearing)) console.info(`Not compared with the real hearing: no ${realHearing}`);

test.each(submitted)(
  '$name: everything is answered when it is submitted',
  ({ document, hearing }) => {
    const unanswered = [...toCall(document, hearing), ...inputs(hearing)].filter(
      ({ outcome }) => !outcome?.answer
    );
    expect(unanswered.map(({ key }) => key)).toEqual([]);
    const rewrites = hearing.meetings.flatMap((meeting) => meeting.rewrite ?? []);
    expect(rewrites.filter((rewrite) => !rewrite.otherChanges)).toEqual([]);
  }
);

test('a reservation stands on one block of what was submitted, and is answered by later versions', () => {
  for (const { document, hearing } of submitted) {
    const submitted = hearing.submission?.version ?? 0;
    for (const { block, steps = [] } of hearing.decision?.reservations ?? []) {
      expect(wrongWith({ block }, blockTexts(document, submitted))).toEqual([]);
      for (const { version } of steps) expect(version).toBeGreaterThan(submitted);
    }
  }
});

/** Returns the paths that the document may be read from. */
function filesOf({ slug, versions, hearings }: DemoDocument): string[] {
  const folder = `demo/content/${slug}`;
  return [
    ...[`${folder}/document.json`, `${folder}/call.json`],
    ...versions.map(({ number }) => `${folder}/version-${number}.md`),
    ...hearings.flatMap(({ round, meetings }) => [
      ...roundFiles.map((name) => `${folder}/round-${round}/${name}.json`),
      ...meetings.flatMap(({ key, rewrite }) =>
        rewrite ? `${folder}/round-${round}/rewrite-${key}.md` : []
      )
    ])
  ];
}

const roundFiles = ['hearing', 'comments', 'meetings', 'letters', 'decision'];

function whoHas(email: string) {
  return demo.members.find((member) => member.email === email);
}

function rapporteursOf(slug: string): readonly string[] {
  return demo.regions.find((region) => region.slug === slug)?.rapporteurs ?? [];
}

/** A call for input is answered with the first round. */
function toCall(document: DemoDocument, { round }: DemoHearing) {
  return round === 1 ? callInputs(document) : [];
}

function outcomes(hearing: DemoHearing): DemoOutcome[] {
  const rewrites = hearing.meetings.flatMap((meeting) => meeting.rewrite ?? []);
  const changes = rewrites.flatMap(({ changes }) => changes);
  const others = rewrites.flatMap(({ otherChanges }) => otherChanges ?? []);
  return [...[...inputs(hearing), ...changes].flatMap(({ outcome }) => outcome ?? []), ...others];
}

function lacksSomething(outcome: DemoOutcome, themes: string[], keys: string[]): boolean {
  const { disposition, answer, theme, referredTo, duplicateOf } = outcome;
  if (answer.trim() === '' || (theme && !themes.includes(theme))) return true;
  if ((disposition === 'outOfScope') !== !!referredTo) return true;
  return disposition === 'duplicate' ? !keys.includes(duplicateOf ?? '') : !!duplicateOf;
}

function places(hearing: DemoHearing): DemoPlace[] {
  return inputs(hearing).flatMap(({ on }) => on ?? []);
}

function wrongWith({ block, quote }: DemoPlace, texts: string[]): string[] {
  const found = texts.filter((text) => text.includes(block));
  if (found.length !== 1) return [`${found.length} blocks with "${block}"`];
  const hits = quote === undefined ? 1 : (found[0] ?? '').split(quote).length - 1;
  return hits === 1 ? [] : [`${hits} times "${quote}"`];
}

function blockTexts(document: DemoDocument, version: number): string[] {
  return textsOf(document.versions[version - 1]?.markdown ?? '');
}

function textsOf(markdown: string): string[] {
  return parseBlocks(markdown).map((block) => block.text);
}

function deeds(document: DemoDocument): string[] {
  const inRounds = document.hearings.flatMap((hearing) => [
    hearing.opened.by,
    ...hearing.meetings.flatMap(({ entered, rewrite }) => [
      entered.by,
      rewrite?.posted.by ?? entered.by
    ]),
    ...hearing.letters.map(({ entered }) => entered.by)
  ]);
  return [
    document.created.by,
    ...document.versions.map(({ published }) => published.by),
    ...inRounds
  ];
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ');
}

function runsOfWords(text: string, length: number): string[] {
  const words = text.split(' ');
  return words.map((_, index) => words.slice(index, index + length).join(' ')).slice(0, -length);
}
