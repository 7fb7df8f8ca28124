import { json } from '@sveltejs/kit';
import { Refusal } from '#lib/domain/refusal.ts';
import { statusFor, refusalSentence } from './refusals.ts';

/** What is answered hangs on who asks, and on what has been said since. */
const headers = { 'cache-control': 'private, no-cache' };

/** Answers a program with what the work finds, or with the refusal's name and its sentence. */
export async function answerJson(work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(await work(), { headers });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { refused: name } = thrown;
    const error = { name, message: refusalSentence(thrown) };
    return json({ error }, { status: statusFor(thrown), headers });
  }
}
