import { Refusal } from '#lib/domain/refusal.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

/** Answers an unknown address of the API with a refusal in JSON. */
export const GET: RequestHandler = () =>
  answerJson(async () => {
    throw new Refusal('notFound');
  });
