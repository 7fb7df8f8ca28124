import { m } from '#lib/paraglide/messages.js';
import type { Settling } from '#lib/server/commands/debate/settle-wish.ts';

/** Returns the sentence that says what was done with a wish. */
export const settledSentence = ({ outcome }: Settling) =>
  outcome === 'granted' ? m.withdrawal_desk_granted() : m.withdrawal_desk_declined();
