import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/domain/refusal.ts';
import type { LimitName } from '../access/limits.ts';
import { addressOf } from './address.ts';

/** The limit of each form; `work` is that of all others. A login counts itself, against several. */
const limitsOfForms: Record<string, LimitName | null> = {
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

/** Counts a form that was sent. Throws Refusal('tooOften') beyond its limit. */
export async function limitForm(event: RequestEvent, form: string) {
  const limit = form in limitsOfForms ? limitsOfForms[form]! : 'work';
  if (limit === null) return;
  const isVisitor = !event.locals.context.viewer && limit !== 'acceptance';
  await limitBy(event, isVisitor ? 'visitor' : limit);
}

/** Counts a search by the member or from the address. Throws Refusal('tooOften') beyond its limit. */
export const limitSearch = (event: RequestEvent) =>
  limitBy(event, event.locals.context.viewer ? 'search' : 'publicSearch');

/**
 * Counts one against the limit of the member, or of the address without a login. Throws
 * Refusal('tooOften') with the minutes to wait.
 */
export async function limitBy(event: RequestEvent, limit: LimitName) {
  const { limiter, context } = event.locals;
  const result = await limiter.consume([limit, context.viewer?.id ?? addressOf(event)]);
  if (!result.isAllowed) throw new Refusal('tooOften', { minutes: result.minutes });
}

/** Sets Retry-After to the seconds to wait, if the refusal has the minutes. */
export function setRetryAfter({ setHeaders }: Pick<RequestEvent, 'setHeaders'>, refusal: Refusal) {
  if ('minutes' in refusal.facts)
    setHeaders({ 'retry-after': String(Number(refusal.facts.minutes) * 60) });
}
