import { type ActionFailure, error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Fields } from '#lib/domain/merging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { RefusedForm } from '#lib/domain/refused-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '../access/context.ts';
import { findRefusedValueCode } from '../database/error-codes.ts';
import { limitForm, setRetryAfter } from './limiting.ts';
import { compareWithSaved, findMergedFields, type ReadSaved, findSavedAlready } from './merging.ts';
import { type FormBounds, type Posted, readForm } from './reading-forms.ts';
import {
  issueSentence,
  refusalSentence,
  refusedField,
  statusFor,
  statusOf,
  unprocessable
} from './refusals.ts';
import { unsentOf } from './unsent.ts';

const noFailure = { errors: {}, refusal: null, refused: null, savedMeanwhile: null };

/** Returns the form with `values` in its fields and nothing wrong, as a page shows it. */
export const formWith = (form: string, values: Fields): RefusedForm => ({
  ...noFailure,
  form,
  values
});

const isRefusal = (thrown: unknown): thrown is Refusal => thrown instanceof Refusal;

/** More than any form but an import has: a whole rewrite and the minutes of its meeting. */
const maxFormBytes = 2_000_000;

/** A form with a file: a PDF with pictures, or a mail with what is attached to it. */
export const maxFileFormBytes = 11_000_000;

/** More than any form has: the review of a rewrite has some fields for each change. */
const maxFields = 5000;

/**
 * The most that is read without a login: enough to give back a rewrite of usual length to a member
 * whose login has ended meanwhile.
 */
const loggedOutBounds: FormBounds = { bytes: 400_000, fields: 1000 };

/** The forms that can be sent without a login. */
const loggedOutForms = new Set(['login', 'acceptance']);

const unauthorised = 401;

type FormSchema = v.GenericSchema<Record<string, unknown>, unknown>;

/**
 * Reads a posted form of at most `limit` bytes, checks it against the schema, and returns the result
 * of `work`. A field whose name ends in `[]` is a list. `form` names the form among those of its page.
 *
 * If a field is invalid, or `work` throws a Refusal, it returns a failure with a sentence in the
 * reader's language and all that was typed. Without a login, or if the page no longer has the form,
 * the answer is an error page with all that was typed (`Unsent`).
 *
 * `readSaved` is for a form that edits what others can edit, too; it reads the saved values by the
 * form's fields. A form that is refused as stale comes back with the saved values beside the typed
 * ones, and is then saved with those that were chosen. A stale form whose values are saved already,
 * such as one that is sent twice, is a success.
 */
export async function act<Schema extends FormSchema, Result>(
  event: RequestEvent,
  form: string,
  schema: Schema,
  work: (context: Context, values: v.InferOutput<Schema>) => Promise<Result>,
  limit = maxFormBytes,
  readSaved?: ReadSaved
): Promise<Result | ActionFailure<RefusedForm>> {
  const { context } = event.locals;
  const { posted, trouble } = await readForm(event.request, boundsFor(event, limit));
  const fields = fieldsOf(posted);
  const sent: Sent = { event, form, values: typedIn(fields), readSaved };
  if (trouble === 'tooLarge') return refuse(sent, 413, { refusal: m.form_too_large() });
  if (trouble) return refuse(sent, 400, { refusal: m.form_unreadable() });
  if (!context.viewer && !loggedOutForms.has(form)) {
    const refusal = m.refusal_notLoggedIn();
    return refuse(sent, unauthorised, { refusal, refused: 'notLoggedIn' });
  }
  try {
    const merged = readSaved && (await findMergedFields(context, readSaved, sent.values));
    const checked = v.safeParse(schema, merged ? { ...filesIn(fields), ...merged } : fields);
    if (!checked.success)
      return await refuse(sent, unprocessable, { errors: errorsOf(checked.issues) });
    await limitForm(event, form);
    return await work(context, checked.output).catch(async (thrown) => {
      const saved = await findIfSaved(sent, checked.output, thrown);
      const current = saved && v.safeParse(schema, { ...filesIn(fields), ...saved });
      if (!current?.success) throw thrown;
      return work(context, current.output);
    });
  } catch (thrown) {
    return refuseThrown(sent, thrown);
  }
}

/** A form that was sent, with the texts in its fields. */
type Sent = {
  event: RequestEvent;
  form: string;
  values: Fields;
  readSaved: ReadSaved | undefined;
};

/** Returns the failure that gives the form back: `failure`, and all that was typed. */
async function refuse(
  { event, form, values, readSaved }: Sent,
  status: number,
  failure: Partial<RefusedForm>
): Promise<ActionFailure<RefusedForm>> {
  const isCompared = readSaved && (failure.refused === 'stale' || values.newer);
  const compared = isCompared
    ? await compareWithSaved(event.locals.context, readSaved, values)
    : {};
  const returned = { ...formWith(form, values), ...failure, ...compared };
  event.locals.unsent = unsentOf(event, returned);
  if (status === unauthorised) error(status, m.unsent_lost());
  return fail(status, returned);
}

/** Returns the failure for what the work has thrown. Throws it again if it is no Refusal. */
function refuseThrown(sent: Sent, thrown: unknown): Promise<ActionFailure<RefusedForm>> {
  const code = findRefusedValueCode(thrown);
  if (code !== null) {
    // The form's schema should have refused the value; until it does, the typed text is not lost.
    console.error(`A value of the form ${sent.form} was refused by the database: ${code}`);
    return refuse(sent, unprocessable, { refusal: m.form_invalid_value() });
  }
  if (!isRefusal(thrown)) throw thrown;
  setRetryAfter(sent.event, thrown);
  const [field, sentence] = [refusedField(thrown), refusalSentence(thrown)];
  const failure = field === null ? { refusal: sentence } : { errors: { [field]: sentence } };
  return refuse(sent, statusFor(thrown), { ...failure, refused: thrown.refused });
}

/** Returns the fields as they are saved if the form was refused as stale and has the same values. */
async function findIfSaved({ event, values, readSaved }: Sent, checked: unknown, thrown: unknown) {
  const isStale = isRefusal(thrown) && thrown.refused === 'stale';
  if (!readSaved || !isStale) return null;
  return findSavedAlready(event.locals.context, readSaved, { ...values, ...textsIn(checked) });
}

/** Returns a sentence for each invalid field, by its name. */
function errorsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[fieldOf(issue)] ??= issueSentence(issue);
  return errors;
}

/** Calls `act` for a form that edits what others can edit, too. */
export const actOnSaved = <Schema extends FormSchema, Result>(
  event: RequestEvent,
  form: string,
  schema: Schema,
  readSaved: ReadSaved,
  work: (context: Context, values: v.InferOutput<Schema>) => Promise<Result>,
  limit = maxFormBytes
) => act(event, form, schema, work, limit, readSaved);

/**
 * Returns the result of `work`, for a page. If it throws a Refusal, the answer is the error page with
 * its sentence and, if `event` is given, the header that says when to ask again.
 */
export async function show<Result>(
  work: Promise<Result>,
  event?: Pick<RequestEvent, 'setHeaders'>
): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    if (event) setRetryAfter(event, thrown);
    error(statusFor(thrown), refusalSentence(thrown));
  }
}

/**
 * Redirects to the address. After a refused form the answer is an error page with all that was typed
 * instead, since a redirect would look like a success.
 */
export function redirectUnlessUnsent({ unsent }: App.Locals, address: string): never {
  if (unsent) error(statusOf.stale!, unsent.refusal ?? m.unsent_title());
  redirect(303, address);
}

/** Returns the texts of a form by name. Throws 413 beyond the bounds, and 400 if it is no form. */
export async function readTexts(
  request: Request,
  bounds: FormBounds
): Promise<Partial<Record<string, string>>> {
  const { posted, trouble } = await readForm(request, bounds);
  if (trouble === 'tooLarge') error(413, m.form_too_large());
  if (trouble) error(400, m.form_unreadable());
  const texts = Object.entries(fieldsOf(posted)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : []
  );
  return Object.fromEntries(texts);
}

/** Returns the most that the viewer may send. */
function boundsFor({ locals }: RequestEvent, bytes: number): FormBounds {
  const bounds = { bytes, fields: maxFields };
  if (locals.context.viewer) return bounds;
  return { bytes: Math.min(bytes, loggedOutBounds.bytes), fields: loggedOutBounds.fields };
}

function fieldsOf(posted: Posted): Record<string, unknown> {
  const fields: [name: string, value: unknown][] = [];
  for (const [name, values] of posted) {
    const given = values.map((value) => (typeof value === 'string' ? clean(value) : value));
    fields.push(name.endsWith('[]') ? [name.slice(0, -2), given] : [name, given[0]]);
  }
  return Object.fromEntries(fields);
}

const filesIn = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value instanceof File));

/** Returns the texts as the schema has made them, which is how they are saved. */
const textsIn = (checked: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(checked as object).filter(([, value]) => typeof value === 'string')
  );

/** Returns the texts of the form, to be given back, without the password. */
function typedIn(fields: Record<string, unknown>): Fields {
  const texts: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.filter((each) => typeof each === 'string');
  }
  delete texts.password;
  return texts;
}

/** Removes NUL, which PostgreSQL cannot store, and turns the browsers' CR LF into LF. */
const clean = (value: string) => value.replaceAll('\0', '').replaceAll('\r\n', '\n');

const fieldOf = (issue: v.BaseIssue<unknown>) => String(issue.path?.[0]?.key ?? '');
