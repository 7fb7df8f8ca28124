import type { Block } from '#lib/domain/document/block.ts';
import { block } from './prose.ts';
import { pickFrom, type Random } from './random.ts';

/**
 * Returns the blocks of a made-up technical standard: its requirements differ in a word or two and
 * its chapters have the same headings, so that similar blocks are hard to tell apart.
 */
export function writeStandard(random: Random, chapters: number): Block[] {
  return Array.from({ length: chapters }, (_, chapter) => writeChapter(random, chapter + 1)).flat();
}

function writeChapter(random: Random, number: number): Block[] {
  const topic = pickFrom(random, words.object);
  return [
    heading(2, `${number} ${topic}`),
    block({ text: `This chapter says how the ${topic} is handled. ${sentence(random)}` }),
    heading(3, 'Requirements'),
    ...requirements(random, number),
    heading(3, 'Example'),
    block({ kind: 'code', text: code(random) }),
    heading(3, 'Notes'),
    ...paragraphs(random)
  ];
}

function requirements(random: Random, chapter: number): Block[] {
  return Array.from({ length: 3 + random(6) }, (_, at) =>
    block({ kind: 'listItem', marker: '-', text: `R${chapter}.${at + 1}: ${sentence(random)}` })
  );
}

function paragraphs(random: Random): Block[] {
  return Array.from({ length: 1 + random(4) }, () =>
    block({ text: Array.from({ length: 1 + random(4) }, () => sentence(random)).join(' ') })
  );
}

function heading(level: number, text: string): Block {
  return block({ kind: 'heading', level, text });
}

function sentence(random: Random): string {
  return pickFrom(random, forms)
    .replace(/[a-z]+(?=>)/g, (kind) => pickFrom(random, words[kind as keyof typeof words]))
    .replace(/[<>]/g, '');
}

function code(random: Random): string {
  return `${pickFrom(random, words.object)}.${pickFrom(random, words.verb)}(${random(90)})\n`.repeat(
    2
  );
}

const forms = [
  'The <agent> shall <verb> the <object> <when>.',
  'The <agent> shall not <verb> the <object> <when>.',
  'A <agent> that cannot <verb> the <object> shall report <error>.',
  'If the <object> is <state>, the <agent> may <verb> the <object> <when>.',
  'Each <object> is <state> until the <agent> has asked the <agent> to <verb> it.',
  'Implementations should <verb> every <object>, <when>, and keep the <object> <state>.',
  'When the <object> becomes <state> the <agent> has to <verb> it again.'
];

const words = {
  agent: ['sender', 'receiver', 'relay', 'registry', 'client', 'operator', 'auditor', 'gateway'],
  verb: ['store', 'reject', 'sign', 'forward', 'discard', 'renew', 'compare', 'announce', 'lock'],
  object: [
    'envelope',
    'header',
    'token',
    'receipt',
    'channel',
    'key',
    'schedule',
    'address',
    'session',
    'digest',
    'manifest',
    'lease',
    'route',
    'counter'
  ],
  when: [
    'before the deadline',
    'after each restart',
    'within two seconds',
    'unless told otherwise',
    'on every connection',
    'without delay',
    'when the queue is empty',
    'at most once',
    'in the order received'
  ],
  state: ['valid', 'expired', 'unknown', 'sealed', 'pending', 'shared', 'empty'],
  error: ['a timeout', 'a conflict', 'an unknown version', 'a broken seal', 'a missing field']
};
