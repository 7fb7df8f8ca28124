import { Refusal } from '#lib/domain/refusal.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { show } from '#lib/server/http/answering.ts';
import { readInput } from '#lib/server/hearing/inputs/inputs.ts';
import type { Context } from '#lib/server/access/context.ts';
import { numberIn } from '#lib/server/formats/fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  show(readOne(locals.context, params.slug, numberIn(params.number)));

async function readOne(context: Context, slug: string, number: number | null) {
  if (number === null) throw new Refusal('notFound');
  const document = await readDocument(context, slug);
  return { input: await readInput(context, document, number), base: `/documents/${slug}` };
}
