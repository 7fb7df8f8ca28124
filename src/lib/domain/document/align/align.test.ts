import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from './align.ts';
import type { Block } from '../block.ts';
import { parseBlocks } from '../blocks/blocks.ts';
import type { Corrections, Relation, Row } from './row.ts';

describe('what a reader would say became of a paragraph', () => {
  test('nothing happened', () => {
    expect(rowsOf('Haven er åben.|Bænken er malet.', 'Haven er åben.|Bænken er malet.')).toBe(
      '0=0 1=1'
    );
  });

  test('a word was changed', () => {
    expect(rowsOf(garden, garden.replace('foreningen', 'kommunen'))).toBe('0=0 1~1 2=2 3=3');
  });

  test('a paragraph was cut in two', () => {
    expect(rowsOf(garden, garden.replace('om ugen. Der', 'om ugen.|Der'))).toBe(
      '0=0 1=1 2<2,3 3=4'
    );
  });

  test('two paragraphs were joined', () => {
    expect(rowsOf(garden.replace('om ugen. Der', 'om ugen.|Der'), garden)).toBe(
      '0=0 1=1 2,3>2 4=3'
    );
  });

  test('three paragraphs were joined', () => {
    const [one, two, three, four] = garden.split('|') as [string, string, string, string];
    expect(rowsOf(garden, `${one} ${two} ${three}|${four}`)).toBe('0,1,2>0 3=1');
  });

  test('the last paragraph was put first', () => {
    const [one, two, three, four] = garden.split('|') as [string, string, string, string];
    expect(rowsOf(garden, [four, one, two, three].join('|'))).toBe('3^0 0=1 1=2 2=3');
  });

  test('a paragraph was moved and reworded', () => {
    const [one, two, three, four] = garden.split('|') as [string, string, string, string];
    const to = [three.replace('om ugen', 'hver uge'), one, two, four];
    expect(rows(garden, to.join('|'))[0]).toMatchObject({
      from: [2],
      to: [0],
      relation: 'moved',
      moved: true,
      edited: true
    });
  });

  test.each([72, 73, 133])('each of %i paragraphs was rewritten', (count) => {
    const [from, to] = [halfOf(count, 'gammel'), halfOf(count, 'nyere')];
    const relations = rows(from, to).map((row) => row.relation);
    expect(relations).toEqual(Array(count).fill('edited'));
  });

  test('one was taken out where another was put in', () => {
    const [one, two, , four] = garden.split('|') as [string, string, string, string];
    const to = [one, two, 'Alle gæster betaler kontingent til kassereren i januar.', four];
    expect(rowsOf(garden, to.join('|'))).toBe('0=0 1=1 2- +2 3=3');
  });

  test('a paragraph became a list item', () => {
    const [heading, item] = [text('Kager til mødet'), text('Kaffe og te')];
    const [row] = align(
      [heading, item],
      [heading, { ...item, kind: 'listItem', marker: '-' }]
    ).slice(1);
    expect(row).toMatchObject({ relation: 'edited', edited: true, score: 1 });
  });

  test('a link leads elsewhere', () => {
    const from = { ...text('Læs mere her.'), markdown: 'Læs mere [her](/a).' };
    expect(align([from], [{ ...from, markdown: 'Læs mere [her](/b).' }])[0]!.relation).toBe(
      'edited'
    );
  });
});

describe('what is no difference', () => {
  test.each([
    ['Mødet i Årup – “åbent” for alle', 'Mødet i Aarup - "aabent" for alle'],
    ['Åben høring', 'Åben høring'.normalize('NFD')],
    ['samarbejds\u00adaftale på 10\u00a0sider', 'samarbejdsaftale på 10 sider'],
    ['ﬁnansiere ﬂere, CO₂, Kommunal\u200bbestyrelsen', 'finansiere flere, CO2, Kommunalbestyrelsen']
  ])('%s', (one, other) => {
    expect(rows(one, other).map((row) => row.relation)).toEqual(['unchanged']);
  });

  test('a list is numbered with other marks', () => {
    const item = {
      ...text('Vaffeljern'),
      kind: 'listItem' as const,
      marker: '-',
      markdown: '- Vaffeljern'
    };
    expect(align([item], [{ ...item, marker: '*', markdown: '* Vaffeljern' }])[0]!.relation).toBe(
      'unchanged'
    );
  });
});

describe('the number of a list item', () => {
  const relations = (from: string, to: string) =>
    align(parseBlocks(from), parseBlocks(to)).map(({ relation }) => relation);

  test('is part of what it says', () => {
    expect(relations('3) Bænke', '4) Bænke')).toEqual(['edited']);
    expect(relations('1. Bro\n2. Kaj\n5. Bænke', '1. Bro\n2. Kaj\n6. Bænke')).toEqual([
      ...['unchanged', 'unchanged', 'edited']
    ]);
  });

  test('only counts where items were put in or taken out before it', () => {
    expect(relations('1. Bro\n2. Kaj\n3. Bænke', '1. Bro\n2. Havn\n3. Kaj\n4. Bænke')).toEqual([
      ...['unchanged', 'inserted', 'unchanged', 'unchanged']
    ]);
    expect(relations('1. Bro\n2. Kaj', '2. Bro\n3. Kaj')).toEqual(['unchanged', 'unchanged']);
    expect(relations('- Bro\n- Kaj', '1. Bro\n2. Kaj')).toEqual(['unchanged', 'unchanged']);
  });
});

describe('short texts, and sentences that were kept', () => {
  test('a paragraph that grew from one sentence is edited', () => {
    const from = 'Vi ønsker en havn, hvor alle kan være med.';
    const to = `${from} Det kræver, at vi stiller flere bænke, sænker kajen og giver bydelene frihed til at prøve nye veje.`;
    expect(rowsOf(from, to)).toBe('0~0');
    expect(rowsOf(to, from)).toBe('0~0');
  });

  test('a paragraph that lost all but one of its sentences is surely the same', () => {
    const stays = 'Kajen mellem slusen og kranen ejes af byen, og den må bruges af alle.';
    const goes = `Vandet måles hver uge af laboratoriet. Trapperne er fra tresserne og skal repareres. Skuret lejes ud til sejlklubben, som selv maler det.`;
    expect(rows(`${stays} ${goes}`, stays)).toMatchObject([{ relation: 'edited', sure: true }]);
  });

  test('one paragraph in place of another is no edit of it', () => {
    const from = 'Kommunen skal bygge en bro over kanalen, så børnene kan cykle til skole.';
    expect(rowsOf(from, 'Vi vil have flere lærere og færre prøver i de mindste klasser.')).toBe(
      '0- +0'
    );
  });

  const old =
    'Havnen skal være for alle, der bor i byen og på øerne. I dag siger reglerne nej, fordi kajen kun må bruges af fiskerne, og fordi ingen tør afgøre, hvad en fisker er. Det har kostet tre foreninger deres plads.';
  const fresh =
    'Partiet er klar til et forsøg på to moler, hvor bådene må ligge om vinteren. Forskere skal følge det i fire år, og beboerne mødes hvert halve år.';

  test('a sentence kept word for word ties two paragraphs, where all else is new', () => {
    const to = `Havnen skal være for alle, der bor i byen og på øerne. ${fresh}`;
    expect(rowsOf(`${garden}|${old}`, `${garden}|${to}`)).toBe('0=0 1=1 2=2 3=3 4~4');
  });

  test('a paragraph with the kept sentence of one and the proposal of the next is a merger of both', () => {
    const to = `Havnen skal være for alle, der bor i byen og på øerne. ${fresh}`;
    expect(rowsOf(`${old}|${fresh}|${garden}`, `${to}|${garden}`)).toMatch(/^0,1>0 /);
  });

  test('two twins of a paragraph are no halves of it, and nobody is sure which it became', () => {
    const twin =
      'Kommunen skal have en café i hver bydel, drevet af frivillige sammen med ansatte.';
    const made = rows(
      `${twin}|${garden}`,
      `${twin.replace('café', 'sauna')}|${twin.replace('café', 'smedje')}|${garden}`
    );
    expect(made.filter(({ to }) => to.length > 1)).toEqual([]);
    expect(made.filter(({ from }) => from[0] === 0).map(({ sure }) => sure)).toEqual([false]);
  });
});

describe('paragraphs of one form', () => {
  const form = (what: string, where = 'på havnen') =>
    `Kommunen opretter ${what} ${where} senest to år efter valget. Naboerne høres, før grunden vælges, og udgiften skrives ind i budgettet.`;
  const [sauna, smithy, cafe] = [form('sauna'), form('smedje'), form('café')];

  test('two that changed places and were edited alike have moved', () => {
    const [one, other] = [sauna, smithy].map((it) => it.replace('Naboerne', 'Beboerne'));
    expect(rowsOf(`${sauna}|${smithy}|${garden}`, `${other}|${one}|${garden}`)).toBe(
      '1^0 0~1 2=2 3=3 4=4 5=5'
    );
  });

  test('two apart from each other changed places, though each stands where its like stood', () => {
    const [one, other] = [sauna, smithy].map((it) => it.replace('Naboerne', 'Beboerne'));
    const made = rows(`${sauna}|${garden}|${smithy}`, `${other}|${garden}|${one}`);
    expect(made.map(({ from, to }) => `${from}>${to}`)).toContain('0>5');
    expect(made.map(({ from, to }) => `${from}>${to}`)).toContain('5>0');
  });

  test('one that was moved and reworded is known by what it is about', () => {
    const moved = smithy.replace('Naboerne høres', 'Alle i bydelen spørges');
    const made = rows(
      `${sauna}|${smithy}|${cafe}|${garden}`,
      `${sauna}|${cafe}|${garden}|${moved}`
    );
    expect(made.find(({ from }) => from[0] === 1)).toMatchObject({ to: [6], relation: 'moved' });
  });

  test('one was taken out, and another of the form put in elsewhere', () => {
    const made = rows(
      `${sauna}|${smithy}|${garden}`,
      `${sauna}|${garden}|${form('musikskole', 'i Nordbyen')}`
    );
    expect(made.find(({ from }) => from[0] === 1)!.to).toEqual([]);
  });

  test('a sentence that they share ties the one that is left, where all else is new', () => {
    const kept =
      'Naboerne høres, før grunden vælges, og udgiften skrives ind i budgettet. Forskere følger forsøget i fire år, og resultatet drøftes på et åbent møde i salen.';
    expect(rowsOf(`${sauna}|${smithy}|${cafe}`, `${sauna}|${kept}|${cafe}`)).toBe('0=0 1~1 2=2');
  });

  test('two of them are not merged into one that is about the first', () => {
    const longer = `${sauna} Den varmes op med overskudsvarme fra værket, og nøglen hentes i kiosken.`;
    const made = rows(`${sauna}|${smithy}|${garden}`, `${longer}|${garden}`);
    expect(made.filter(({ from }) => from.length > 1)).toEqual([]);
    expect(made.find(({ from }) => from[0] === 0)!.to).toEqual([0]);
  });
});

test('a clause put in among clauses that were only renumbered by it is surely new', () => {
  const clauses = ['en formand,', 'en kasserer,', 'tre medlemmer.'];
  const list = (items: readonly string[]) =>
    parseBlocks(items.map((it, at) => `${'abcd'[at]!}) ${it}`).join('\n'), 'plain');
  const made = align(list(clauses), list(clauses.toSpliced(1, 0, 'en næstformand,')));
  expect(made.map(({ relation, sure }) => [relation, sure])).toEqual([
    ['unchanged', true],
    ['inserted', true],
    ['unchanged', true],
    ['unchanged', true]
  ]);
});

describe('one paragraph alone in the place of another', () => {
  test('was written anew if it has rare words of it', () => {
    const from =
      'Læbælterne mod vest holder fygningen ude af haverne. De plantes af lauget hvert tiende år.';
    const to = 'Lauget skal sørge for nye læbælter, så snart de gamle er gået ud.';
    const [row] = rows(`${from}|${garden}`, `${to}|${garden}`);
    expect(row).toMatchObject({ from: [0], to: [0], relation: 'edited', sure: false });
  });

  test('is no rewriting of it if it is a remark', () => {
    const from = 'Færgen til øen sejler hver time, og den er gratis for børn.';
    const remark = '(Her strøg vi færgen, for børn på øen er der ikke flere af.)';
    expect(rowsOf(`${from}|${garden}`, `${remark}|${garden}`)).toMatch(/^0- \+0 1=1/);
  });

  test('is another one if all that they share is common words', () => {
    const from = 'Kommunen skal bygge en bro over kanalen, så børnene kan cykle til skole.';
    const to = 'Vi vil have flere lærere og færre prøver i de mindste klasser.';
    expect(rowsOf(`${from}|${garden}`, `${to}|${garden}`)).toMatch(/^0- \+0 1=1/);
  });
});

test('a heading that is repeated goes with the paragraph below it', () => {
  const winter = '## Om vinteren\n\nKajen er lukket for biler.';
  const put = '## Om vinteren\n\nIsen må kun betrædes, når vagten har hejst flaget.';
  const made = align(parseBlocks(winter), parseBlocks(`${put}\n\n${winter}`));
  expect(made.map(({ from, to }) => `${from}>${to}`)).toEqual(['>0', '>1', '0>2', '1>3']);
});

describe('parts that no longer stand together', () => {
  const notes = [
    'Kajen mellem slusen og kranen ejes af byen, og den må bruges af alle.',
    'Vandet i bassinet måles hver uge fra maj til september af laboratoriet.',
    'Trapperne ved badebroen er fra tresserne og skal repareres inden næste sommer.'
  ];
  const other = [
    'Sejlklubben lejer skuret.',
    'Biblioteket åbner klokken ti.',
    'Torvet fejes hver dag.'
  ];
  const [from, to] = [
    [notes.join(' '), ...other],
    [
      notes[0]!,
      ...other.slice(0, 2),
      ...garden.split('|'),
      notes[1]!,
      other[2]!,
      'Slut.',
      notes[2]!
    ]
  ].map((texts) => texts!.join('|')) as [string, string];
  const seen = (made: readonly Row[]) =>
    made
      .filter(({ partOf }) => partOf !== undefined)
      .map(({ from, to, partOf }) => [from, to, partOf]);

  test('name the paragraph that they were cut from', () => {
    expect(seen(rows(from, to))).toEqual([
      [[], [7], 0],
      [[], [10], 0]
    ]);
  });

  test('are named by the paragraph that they were cut from', () => {
    const [whole] = rows(from, to);
    expect(whole).toMatchObject({ to: [0], parts: { from: [], to: [7, 10] }, sure: true });
    expect(rows(from, to).filter(({ sure }) => !sure)).toEqual([]);
  });

  test('name the paragraph that they went into', () => {
    expect(seen(rows(to, from)).toSorted()).toEqual([
      [[10], [], 0],
      [[7], [], 0]
    ]);
  });

  test('are not named where another paragraph has the same sentence', () => {
    const twice = `${from}|${notes[2]!} Det er lovet før.`;
    const left = seen(rows(twice, `${to}|${notes[2]!} Det er lovet før.`));
    expect(left).toEqual([[[], [7], 0]]);
  });
});

describe('what must not be carried to a lookalike', () => {
  test('a sentence is taken out while its sibling stays', () => {
    const bus = 'Kommunen betaler for bussen til skolen hver morgen.';
    const train = 'Kommunen betaler for toget til skolen hver morgen.';
    expect(rowsOf(`${bus}|${train}`, train)).toBe('0- 1=0');
    expect(rowsOf(`${bus}|${train}`, bus)).toBe('0=0 1-');
  });

  test('a sentence is taken out while its sibling is edited', () => {
    const from =
      'The sender shall sign the envelope before the deadline.|The sender shall store the receipt before the deadline.';
    expect(rowsOf(from, 'The sender shall store each receipt before the deadline.')).toBe('0- 1~0');
  });

  test('a copy-edited sentence has a twin elsewhere', () => {
    const twin = 'Bestyrelsen mødes den første mandag i hver måned i det røde hus.';
    const from = `${twin}|${garden}|${twin.replace('røde', 'blå')}`;
    expect(
      rowsOf(from, `${twin.replace('mødes', 'samles')}|${garden}|${twin.replace('røde', 'blå')}`)
    ).toBe('0~0 1=1 2=2 3=3 4=4 5=5');
  });

  test('a name stands inside another word', () => {
    expect(rowsOf(`Bo|${garden}`, `Bofællesskaber er for alle|${garden}`)).toMatch(/^0- \+0 1=1/);
  });

  test('an item goes from a list of lookalikes', () => {
    const list = ['skolens tag', 'mejeriets tag', 'kroens tag', 'stationens tag'];
    const items = list.map((it) => `Solceller på ${it}`);
    expect(rowsOf(items.join('|'), [items[0], items[1], items[3]].join('|'))).toBe(
      '0=0 1=1 2- 3=2'
    );
  });
});

describe('blocks that are repeated keep their place', () => {
  const [one, two, three, four] = 'Mål|Huset males|Mål|Taget lægges om'.split('|') as [
    string,
    string,
    string,
    string
  ];

  test('the same heading twice, one section taken out', () => {
    expect(rowsOf([one, two, three, four].join('|'), [three, four].join('|'))).toBe(
      '0- 1- 2=0 3=1'
    );
    expect(rowsOf([one, two, three, four].join('|'), [one, two].join('|'))).toBe('0=0 1=1 2- 3-');
  });

  test('the same heading twice, sections swapped', () => {
    expect(links([one, two, three, four].join('|'), [three, four, one, two].join('|'))).toBe(
      '0:2 1:3 2:0 3:1'
    );
  });
});

test('where more than a book was replaced, what stayed is still found', () => {
  const lines = (kind: string) => Array.from({ length: 13_000 }, (_, at) => `${kind} ${at}`);
  const [from, to] = [lines('linje'), lines('ny linje')];
  for (const at of [0, 5000, 12_999]) to[at] = from[at]!;
  const unchanged = rows(from.join('|'), to.join('|')).filter(
    (row) => row.relation === 'unchanged'
  );
  expect(unchanged.map((row) => [...row.from, ...row.to])).toEqual([
    [0, 0],
    [5000, 5000],
    [12_999, 12_999]
  ]);
});

describe('a person corrects', () => {
  const from = 'Vi vil have flere bænke i parken.|Der skal være lys på stien.';
  const to = 'Parken skal have bænke og lys.|Der skal være lys på stien.';

  test('what belongs together', () => {
    const corrections = { together: [{ from: [0, 1], to: [0] }] };
    expect(rowsOf(from, to, corrections)).toBe('0,1>0 +1');
    expect(rows(from, to, corrections).every((row) => row.from.length === 0 || row.sure)).toBe(
      true
    );
  });

  test('what was taken out and put in', () => {
    const corrections = {
      together: [
        { from: [1], to: [] },
        { from: [], to: [1] }
      ]
    };
    expect(rowsOf(from, to, corrections)).toContain('1-');
    expect(rowsOf(from, to, corrections)).toContain('+1');
  });

  test('what does not belong together', () => {
    expect(rowsOf(from, to, { apart: [{ from: 1, to: 1 }] })).not.toContain('1=1');
  });

  test('and it survives being stored', () => {
    const corrections = { together: [{ from: [0], to: [1] }], apart: [{ from: 1, to: 0 }] };
    const stored = JSON.parse(JSON.stringify(corrections)) as Corrections;
    expect(rows(from, to, stored)).toEqual(rows(from, to, corrections));
    expect(links(from, to, stored)).toBe('0:1');
  });

  test.each([
    [{ together: [{ from: [2], to: [0] }] }, 'outside'],
    [{ apart: [{ from: 0, to: -1 }] }, 'outside'],
    [{ together: [{ from: [0, 1], to: [0, 1] }] }, 'several'],
    [
      {
        together: [
          { from: [0], to: [0] },
          { from: [0], to: [1] }
        ]
      },
      'two rows'
    ],
    [{ together: [{ from: [], to: [] }] }, 'without blocks'],
    [{ together: [{ from: [0], to: [0] }], apart: [{ from: 0, to: 0 }] }, 'together and apart']
  ])('but %j is refused', (corrections, reason) => {
    expect(() => rows(from, to, corrections)).toThrow(reason);
  });
});

const hearing = '../shared/hearing/';
if (!existsSync(hearing)) console.info(`${hearing} is not here: the real hearing was not aligned`);

test.runIf(existsSync(hearing))(
  'the real hearing gives the rows a person gave, the weak pair unsure',
  () => {
    const vision = readFileSync(`${hearing}vision.md`, 'utf8');
    const from = vision.split('## Visionstekst')[1]!.split('\n## ')[0]!;
    const to = readFileSync(`${hearing}nordsjaelland.md`, 'utf8');
    const made = align(paragraphs(from), paragraphs(to));
    const { gold } = JSON.parse(readFileSync(`${hearing}nordsjaelland.gold.json`, 'utf8')) as {
      gold: { old: number[]; new: number[]; relation: Relation }[];
    };
    expect(made.map(({ from, to, relation }) => ({ old: from, new: to, relation }))).toEqual(gold);
    expect(made.find((row) => row.from.includes(6))!.sure).toBe(false);
  }
);

describe('whatever the texts', { timeout: 60_000 }, () => {
  const words = fc.constantFrom(
    'vi',
    'vil',
    'have',
    'flere',
    'bænke',
    'i',
    'parken',
    'lys',
    'stien',
    'nu'
  );
  const sentence = fc.array(words, { maxLength: 9 }).map((it) => it.join(' '));
  const blocks = fc.array(sentence.map(text), { maxLength: 12 });
  const pairs = fc
    .tuple(blocks, blocks)
    .chain(([one, other]) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one, ...other]).map(joinedSometimes))
    );

  test('every block stands in exactly one row', () => {
    holds(
      fc.property(pairs, ([from, to]) => {
        const made = align(from, to);
        expect(made.flatMap((row) => row.from).sort(ascending)).toEqual([...from.keys()]);
        expect(made.flatMap((row) => row.to).sort(ascending)).toEqual([...to.keys()]);
      })
    );
  });

  test('a text beside itself is unchanged', () => {
    holds(
      fc.property(blocks, (text) => {
        expect(align(text, text).every((row) => row.relation === 'unchanged')).toBe(true);
      })
    );
  });

  test('in another order it is unchanged and moved', () => {
    const shuffled = blocks.chain((from) =>
      fc.tuple(fc.constant(from), fc.shuffledSubarray(from, { minLength: from.length }))
    );
    holds(
      fc.property(shuffled, ([from, to]) => {
        for (const row of align(from, to)) {
          expect(['unchanged', 'moved']).toContain(row.relation);
          expect(row.edited).toBe(false);
        }
      })
    );
  });

  test('turning the texts turns the rows', () => {
    holds(
      fc.property(pairs, ([from, to]) => {
        const turned = align(to, from).map(turn);
        expect(turned.map(show).sort()).toEqual(align(from, to).map(show).sort());
      })
    );
  });

  test('the same texts give the same rows', () => {
    holds(
      fc.property(pairs, ([from, to]) => {
        expect(align(from, to)).toEqual(align(structuredClone(from), structuredClone(to)));
      })
    );
  });

  test('a score is between 0 and 1, and 1 where nothing changed', () => {
    holds(
      fc.property(pairs, ([from, to]) => {
        for (const { score, relation } of align(from, to)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          if (relation === 'unchanged') expect(score).toBe(1);
        }
      })
    );
  });
});

const garden = [
  'Haven er åben for alle, der bor i kvarteret, hele året.',
  'Redskaberne ejes af foreningen og må lånes med hjem i to dage.',
  'Hønsene passes på skift af to familier om ugen. Der føres bog over æg og foder.',
  'Den, der planter et træ, lover at vande det de første tre somre.'
].join('|');

function text(words: string): Block {
  return { kind: 'paragraph', level: 0, marker: '', text: words, markdown: words };
}

function blocksOf(texts: string): Block[] {
  return texts.split('|').map(text);
}

function rows(from: string, to: string, corrections: Corrections = {}): Row[] {
  return align(blocksOf(from), blocksOf(to), { corrections });
}

/** One word a row: `0=0` unchanged, `~` edited, `^` moved, `<` split, `>` merged, `0-`, `+0`. */
function rowsOf(from: string, to: string, corrections?: Corrections): string {
  return rows(from, to, corrections).map(show).join(' ');
}

function show({ from, to, relation }: Row): string {
  const signs: Record<Relation, string> = {
    unchanged: '=',
    edited: '~',
    moved: '^',
    split: '<',
    merged: '>',
    inserted: '+',
    deleted: '-'
  };
  return `${from.join()}${signs[relation]}${to.join()}`;
}

function links(from: string, to: string, corrections?: Corrections): string {
  const made = rows(from, to, corrections).filter((row) => row.from.length * row.to.length > 0);
  return made
    .map((row) => `${row.from.join()}:${row.to.join()}`)
    .sort()
    .join(' ');
}

/** So many paragraphs whose every other word is one of the kind, the others the same for all kinds. */
function halfOf(count: number, kind: string): string {
  const word = (at: number, n: number) =>
    n % 2 === 0 ? `${kind}${(at * 5 + n * 11) % 97}` : `ord${(at * 7 + n * 13) % 89}`;
  const words = Array.from({ length: 14 }, (_, n) => n);
  return Array.from({ length: count }, (_, at) => words.map((n) => word(at, n)).join(' ')).join(
    '|'
  );
}

function turn(row: Row): Row {
  const turned: Partial<Record<Relation, Relation>> = {
    inserted: 'deleted',
    deleted: 'inserted',
    split: 'merged',
    merged: 'split'
  };
  return { ...row, from: row.to, to: row.from, relation: turned[row.relation] ?? row.relation };
}

function joinedSometimes(blocks: Block[]): Block[] {
  return blocks.length > 3
    ? [text(`${blocks[0]!.text} ${blocks[1]!.text}`), ...blocks.slice(2)]
    : blocks;
}

function paragraphs(markdown: string): Block[] {
  return markdown
    .split(/\n\n+/)
    .map((it) => it.trim())
    .filter(Boolean)
    .map(text);
}

function holds<Given>(property: fc.IProperty<Given>): void {
  fc.assert(property, { numRuns: 1500 });
}

function ascending(one: number, other: number): number {
  return one - other;
}
