import * as v from 'valibot';
import { longestWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Settling } from '#lib/server/commands/debate/wishes.ts';
import { text, uuid } from '#lib/server/formats/fields.ts';

/** What the working group does with a wish that waits. */
export const settlingForm = v.object({
  wish: uuid,
  outcome: v.picklist(['granted', 'declined']),
  words: v.optional(text(longestWish), '')
});

export const settledSentence = ({ outcome }: Settling) =>
  outcome === 'granted' ? m.withdrawal_desk_granted() : m.withdrawal_desk_declined();
