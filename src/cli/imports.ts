import { cleanName } from '#lib/domain/name.ts';
import { audiences, levels } from '#lib/domain/hearing/enums.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { readTextFile } from '#lib/server/formats/files/text-file.ts';
import { importTopic, readTopic } from '#lib/server/commands/documents/import-topic.ts';
import { importDocument } from '#lib/server/commands/documents/import-document.ts';
import { type ImportedFile } from '#lib/server/formats/files/document-text.ts';
import { refuseBadFile } from '#lib/server/formats/files/file-errors.ts';
import { maxMinutesLength } from '#lib/server/commands/regions/enter-meeting.ts';
import { importRewrite } from '#lib/server/commands/regions/import-rewrite.ts';
import { findRegion } from '#lib/server/access/regions.ts';
import { countOf, dayOf, needed, oneOf } from './arguments.ts';
import { BadInput } from './command.ts';
import { asMemberOf } from './forum.ts';
import type { ImportOptions } from './import.ts';
import { readBytes } from './read-blocks.ts';

/** Does an import, and returns the lines to print. */
type Import = (file: ImportedFile, options: ImportOptions) => Promise<string[]>;

/** The imports by their names. */
export const imports = new Map<string, Import>([
  ['document', bringDocument],
  ['rewrite', bringRewrite],
  ['discourse', bringTopic]
]);

/** The policy area of an imported document, until somebody changes it. */
const defaultArea = 'Almen politik';

async function bringDocument(file: ImportedFile, options: ImportOptions): Promise<string[]> {
  const level = oneOf(options.level ?? 'national', levels, '--level');
  const audience = oneOf(options.audience ?? 'public', audiences, '--audience');
  return asMemberOf(needed(options.member, '--member'), async (context) => {
    const { slug, text, isNew } = await importDocument(context, file, {
      ...{ level, audience, title: options.title ?? null, summary: options.summary ?? '' },
      policyArea: cleanName(options.area ?? '') || defaultArea,
      regionId: options.region ? await regionWith(context, options.region) : null,
      ...{ proposers: [], involved: [] }
    });
    if (!isNew) return [`Already there: /documents/${slug}/draft`];
    const kinds = countKinds(text.blocks).join(', ');
    const aside = text.setAside.map((line) => `Set aside, as it belongs to the paper: ${line}`);
    return [`Made /documents/${slug}/draft: ${text.blocks.length} blocks (${kinds})`, ...aside];
  });
}

function countKinds(blocks: readonly { kind: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`);
}

async function bringRewrite(file: ImportedFile, options: ImportOptions): Promise<string[]> {
  const slug = needed(options.document, '--document');
  const region = needed(options.region, '--region');
  const meeting = {
    heldOn: dayOf(needed(options.date, '--date'), '--date'),
    place: needed(options.place, '--place'),
    attendance: countOf(needed(options.present, '--present'), '--present')
  };
  return asMemberOf(needed(options.member, '--member'), async (context) => {
    const minutes = options.minutes ? minutesIn(options.minutes) : '';
    const { rewriteId, isNew, changes } = await importRewrite(context, slug, file, {
      meeting: { ...meeting, minutes, regionId: await regionWith(context, region) },
      foreword: options.foreword ?? '',
      scope: options.scope ?? null
    });
    const address = `/documents/${slug}/rewrites/${rewriteId}`;
    if (!isNew) return [`Already there: ${address}`];
    return [`Made ${address}: ${changes} changes. Look it through and post it: ${address}/review`];
  });
}

const minutesIn = (path: string): string =>
  refuseBadFile(() => readTextFile(readBytes(path), maxMinutesLength)).text.replaceAll(
    '\r\n',
    '\n'
  );

async function bringTopic(file: ImportedFile, options: ImportOptions): Promise<string[]> {
  const slug = needed(options.document, '--document');
  return asMemberOf(needed(options.member, '--member'), async (context) => {
    const { id } = await readDocument(context, slug);
    const made = await importTopic(context, id, readTopic(file.bytes));
    const { comments, replies, likes, tails, known, problems } = made;
    return [
      `${made.title}: ${comments} inputs, ${replies} replies, ${likes} likes, ${tails} tails of e-mails folded away`,
      ...(known > 0 ? [`${known} posts were here already and are left alone`] : []),
      ...problems.map(({ postNumber, problem, detail }) =>
        [`Post ${postNumber ?? '-'}`, problem, detail].filter(Boolean).join(': ')
      )
    ];
  });
}

async function regionWith(context: Context, slug: string): Promise<string> {
  const id = await findRegion(context, slug);
  if (!id) throw new BadInput(`There is no region with the slug ${slug}`);
  return id;
}
