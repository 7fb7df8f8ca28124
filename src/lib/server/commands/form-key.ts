import { createHash } from 'node:crypto';

/**
 * Returns the idempotency key of a form that was sent, as a UUID: a digest of the form's own key and
 * its values. A form that is sent twice has one key; with other values it has another.
 */
export function keyOfSent(formKey: string, values: object): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([formKey, values]))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [0, 8, 12, 16, 20].map((from, at) => hex.slice(from, [8, 12, 16, 20, 32][at])).join('-');
}
