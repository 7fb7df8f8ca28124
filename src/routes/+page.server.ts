import { mayBeginDocument } from '#lib/domain/hearing/permissions.ts';
import { listDocuments } from '#lib/server/queries/documents/list-documents.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  documents: await listDocuments(locals.context),
  mayBegin: mayBeginDocument(locals.context.viewer)
});
