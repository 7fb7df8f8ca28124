import { describeDocuments } from '#lib/server/queries/documents/documents-api.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
  answerJson(() => describeDocuments(locals.context));
