import { json } from '@sveltejs/kit';
import { Refusal } from '#lib/domain/refusal.ts';
import { statusFor, refusalSentence } from './refusals.ts';

/** The answer depends on the viewer, and changes with the debate. */
const headers = { 'cache-control': 'private, no-cache' };

/** Returns the result of `work` as JSON, or the name and the sentence of the Refusal that it throws. */
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
