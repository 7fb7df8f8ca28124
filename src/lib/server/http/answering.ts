import { error, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal, type RefusalName } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '../context.ts';
import { fieldName } from './field-names.ts';
import { limitForm, tellWhenAgain } from './limiting.ts';
import { issueSentence, refusalSentence } from './sentences.ts';

/** What a page is told of a form that was refused: everything typed is still there. */
export type RefusedForm = {
  /** Which of the page's forms. */
  form: string;
  values: Record<string, string | string[]>;
  /** A sentence for each field that was not right. */
  errors: Record<string, string>;
  /** What each of those fields is called on the page; none where nobody fills it in. */
  names: Record<string, string>;
  /** A sentence for the whole form. */
  refusal: string | null;
  refused: RefusalName | null;
  facts: Record<string, unknown>;
};

const statusOf: Partial<Record<RefusalName, number>> = {
  notLoggedIn: 401,
  notAllowed: 403,
  notFound: 404,
  stale: 409,
  tooManyLogins: 429,
  tooOften: 429
};

/** What the forum understands and still refuses. */
const unprocessable = 422;

/** The status that says to a program what the sentence says to a person. */
export const statusFor = ({ refused }: Refusal) => statusOf[refused] ?? unprocessable;

/** A form of which there is nothing to tell yet. */
const nothing = { errors: {}, names: {}, refusal: null, refused: null, facts: {} };

const isRefusal = (thrown: unknown): thrown is Refusal => thrown instanceof Refusal;

/** Longer than any form but an import's: a whole rewrite and the minutes of its meeting. */
const longestForm = 2_000_000;

type FormSchema = v.GenericSchema<Record<string, unknown>, unknown>;

/**
 * Takes a posted form: reads it, checks it against the schema and does the work.
 * A field that is wrong, or a refusal by the forum, comes back as a failure that says so in the
 * reader's language and holds what was typed. `form` names the form among the page's.
 * A field named twice, or ending in `[]`, is a list. `limit` is how many bytes may be sent.
 */
export async function act<Schema extends FormSchema, Result>(
  event: RequestEvent,
  form: string,
  schema: Schema,
  work: (context: Context, values: v.InferOutput<Schema>) => Promise<Result>,
  limit = longestForm
): Promise<Result | ActionFailure<RefusedForm>> {
  const refused = (status: number, told: Partial<RefusedForm>) =>
    fail(status, { ...nothing, form, values, ...told });
  let values: RefusedForm['values'] = {};
  if (Number(event.request.headers.get('content-length') ?? 0) > limit)
    return refused(413, { refusal: m.form_too_large() });
  const posted = await event.request.formData();
  values = typed(posted);
  const checked = v.safeParse(schema, withFiles(posted));
  if (!checked.success) {
    const errors: Record<string, string> = {};
    for (const issue of checked.issues) errors[fieldOf(issue)] ??= issueSentence(issue);
    return refused(400, { errors, names: namesOf(form, Object.keys(errors)) });
  }
  try {
    await limitForm(event, form);
    return await work(event.locals.context, checked.output);
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    tellWhenAgain(event, thrown);
    return refused(statusFor(thrown), {
      refusal: refusalSentence(thrown),
      refused: thrown.refused,
      facts: thrown.facts
    });
  }
}

/**
 * Gives what the work finds for a page, or ends in the error page that says what was refused, and
 * in a header of the event's answer when to ask again.
 */
export async function show<Result>(
  work: Promise<Result>,
  event?: Pick<RequestEvent, 'setHeaders'>
): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    if (event) tellWhenAgain(event, thrown);
    error(statusFor(thrown), refusalSentence(thrown));
  }
}

function withFiles(posted: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(posted.keys())) {
    const given = posted
      .getAll(name)
      .map((value) => (typeof value === 'string' ? clean(value) : value));
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = given;
    else fields[name] = given[0];
  }
  return fields;
}

function typed(posted: FormData): RefusedForm['values'] {
  const texts: RefusedForm['values'] = {};
  for (const [name, value] of Object.entries(withFiles(posted))) {
    if (typeof value === 'string') texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.filter((each) => typeof each === 'string');
  }
  delete texts.password;
  return texts;
}

/** PostgreSQL stores no NUL; browsers send line breaks as CR LF. */
const clean = (value: string) => value.replaceAll('\0', '').replaceAll('\r\n', '\n');

const namesOf = (form: string, fields: string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, fieldName(form, field) ?? '']));

const fieldOf = (issue: v.BaseIssue<unknown>) => String(issue.path?.[0]?.key ?? '');
