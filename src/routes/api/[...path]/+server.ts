import { Refusal } from '#lib/domain/refusal.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

/** An address that is none is answered in JSON like the others. */
export const GET: RequestHandler = () =>
  answerJson(async () => {
    throw new Refusal('notFound');
  });
