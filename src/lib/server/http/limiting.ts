import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/domain/refusal.ts';
import type { LimitName } from '../access/limits.ts';
import { addressOf } from './address.ts';

/** What a member's form is counted as; every other is counted as work. A login counts for itself. */
const ofForms: Record<string, LimitName | null> = {
  acceptance: 'acceptance',
  comment: 'comment',
  document: 'document',
  edit: 'comment',
  invitation: 'invitation',
  like: 'like',
  login: null,
  reply: 'comment',
  report: 'report'
};

/** Counts a form that is sent. Refuses with tooOften. */
export async function limitForm(event: RequestEvent, form: string) {
  const limit = form in ofForms ? ofForms[form]! : 'work';
  if (limit === null) return;
  const isVisitor = !event.locals.context.viewer && limit !== 'acceptance';
  await limitBy(event, isVisitor ? 'visitor' : limit);
}

/** Counts a search, a member's or those of a public address together. Refuses with tooOften. */
export const limitSearch = (event: RequestEvent) =>
  limitBy(event, event.locals.context.viewer ? 'search' : 'publicSearch');

/** Counts what a member, or else an address, does. Refuses with tooOften, and says when again. */
export async function limitBy(event: RequestEvent, limit: LimitName) {
  const { limiter, context } = event.locals;
  const spent = await limiter.spend([limit, context.viewer?.id ?? addressOf(event)]);
  if (!spent.isAllowed) throw new Refusal('tooOften', { minutes: spent.minutes });
}

/** Tells a program when to ask again, in seconds, where the refusal says so in minutes. */
export function tellWhenAgain({ setHeaders }: Pick<RequestEvent, 'setHeaders'>, refusal: Refusal) {
  if ('minutes' in refusal.facts)
    setHeaders({ 'retry-after': String(Number(refusal.facts.minutes) * 60) });
}
