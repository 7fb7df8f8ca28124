import { createHash } from 'node:crypto';

/**
 * The key of what was sent: of the form's own key and the words that were in it, as a UUID. The
 * same form with the same words, pressed twice or sent again after a lost answer, has the same
 * key; with other words, written after a step back, it is something else that was said.
 */
export function keyOfSent(formKey: string, words: object): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([formKey, words]))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [0, 8, 12, 16, 20].map((from, at) => hex.slice(from, [8, 12, 16, 20, 32][at])).join('-');
}
