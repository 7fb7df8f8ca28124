import { expect, test } from 'vitest';
import { readPlainText } from './plain.ts';

type Part = readonly ['heading' | 'paragraph' | 'listItem', string];

/** A programme, to be set in many ways. */
const PROGRAMME: readonly Part[] = [
  ['heading', 'Vores grundlag'],
  [
    'paragraph',
    'Vi tror på, at mennesker kan blive enige, når de får tid og en kop kaffe. Det kræver møder, der begynder til tiden, og som slutter, før de sidste er gået hjem i utide, fordi bussen ikke venter på nogen.'
  ],
  [
    'paragraph',
    'Et program er ikke en lov. Det er en aftale om, hvor vi begynder, når vi næste gang skal bestemme noget sammen, og den aftale kan laves om, hver gang vi er blevet klogere af at tale med andre.'
  ],
  ['heading', 'Havet og kysten'],
  [
    'paragraph',
    'Havet tilhører alle. Derfor skal kysten være åben, også hvor der er bygget tæt, og hvor husene har fået haver helt ned til vandet. Ingen skal gå en omvej på flere kilometer for at komme ned til en strand.'
  ],
  ['heading', 'Små både og store skibe'],
  [
    'paragraph',
    'Små både skal have forrang i havnene. De skal have egne kvoter, der ikke kan sælges videre til selskaber langt borte, og de skal kunne lande deres fisk i den havn, som de kommer fra og hører til i.'
  ],
  ['listItem', 'Giv små både deres egne kvoter.'],
  [
    'listItem',
    'Lad havnene selv bestemme, hvem der må ligge ved kajen om vinteren, når isen har lagt sig på fjorden, og ingen kan sejle.'
  ],
  ['heading', 'Hvem skal betale?'],
  [
    'paragraph',
    'Den, der bruger havnen mest, skal betale mest for den. Det er ikke altid den, der har det største skib, og derfor skal der tælles, før der regnes, og regnes, før der bliver sendt regninger ud til nogen.'
  ],
  ['heading', 'Byerne ved vandet'],
  [
    'paragraph',
    'Byerne ved vandet er bygget til handel med dem, der kom over havet. I dag kommer de fleste ad landevejen, og derfor skal byerne have veje, der ikke deler dem i to, og torve, som man kan gå hen over uden at se sig for.'
  ]
];

interface Style {
  readonly width: number;
  readonly gaps: 'no gaps' | 'gaps at headings' | 'gaps everywhere';
  readonly number: string;
  readonly feed: boolean;
  readonly contents: 'none' | 'dots' | 'pages below' | 'titles only';
}

const STYLES: Style[] = [56, 72, 90].flatMap((width) =>
  (['no gaps', 'gaps at headings', 'gaps everywhere'] as const).flatMap((gaps) =>
    ['', '#', '#.', '- # -', 'Side #'].flatMap((number) =>
      [true, false].flatMap((feed) =>
        (['none', 'dots', 'pages below', 'titles only'] as const).map((contents) => ({
          ...{ width, gaps, number, feed, contents }
        }))
      )
    )
  )
);

const named = STYLES.map((style) => [Object.values(style).join(', '), style] as const);

test.each(named)('a programme reads the same when it is set with %s', (_, style) => {
  const { blocks } = readPlainText(typeset(style));
  const read = blocks.map(({ kind, text }) => [kind, text] as Part);
  expect(joined(read)).toEqual(joined(PROGRAMME));
});

/** Returns parts with the paragraphs below each other as one, since a full last line hides their end. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const [kind, text] of parts) {
    const last = all.at(-1);
    if (kind === 'paragraph' && last?.[0] === kind)
      all[all.length - 1] = [kind, `${last[1]} ${text}`];
    else all.push([kind, text]);
  }
  return all;
}

/** Lines of a page. */
const PAGE = 9;

function typeset(style: Style): string {
  const lines = PROGRAMME.flatMap((part, place) => [
    ...(place > 0 && hasGap(part, style) ? [''] : []),
    ...linesOf(part, style.width)
  ]);
  const pages: string[] = [];
  for (let start = 0; start < lines.length; start += PAGE) {
    const number = style.number.replace('#', String(pages.length + 3));
    pages.push([...lines.slice(start, start + PAGE), ...(number ? [number] : [])].join('\n'));
  }
  const text = pages.join(style.feed ? '\n\f' : '\n');
  return style.contents === 'none' ? text : `${contents(style)}\n\n${text}`;
}

function hasGap([kind]: Part, { gaps }: Style): boolean {
  return gaps === 'gaps everywhere'
    ? kind !== 'listItem'
    : gaps !== 'no gaps' && kind === 'heading';
}

function linesOf([kind, text]: Part, width: number): string[] {
  const lines: string[] = [];
  let line = kind === 'listItem' ? '•' : '';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

function contents({ contents }: Style): string {
  const titles = PROGRAMME.flatMap(([kind, text]) => (kind === 'heading' ? [text] : []));
  const entries = titles.map((title, place) => {
    if (contents === 'titles only') return title;
    return contents === 'dots' ? `${title} ........ ${place + 3}` : `${title}\n${place + 3}`;
  });
  return ['Indhold', ...entries].join('\n');
}
