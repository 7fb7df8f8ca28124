import { type ActionFailure, error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Fields } from '#lib/domain/merging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { RefusedForm } from '#lib/domain/refused-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '../access/context.ts';
import { findRefusedValueCode } from '../database/error-codes.ts';
import { limitForm, tellWhenAgain } from './limiting.ts';
import { laidBeside, mergedFields, type ReadSaved, savedAlready } from './merging.ts';
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

const nothing = { errors: {}, refusal: null, refused: null, beside: null };

/** Returns the form as a page is told of it, with `values` in its fields and nothing wrong. */
export const formWith = (form: string, values: Fields): RefusedForm => ({
  ...nothing,
  form,
  values
});

const isRefusal = (thrown: unknown): thrown is Refusal => thrown instanceof Refusal;

/** Longer than any form but an import's: a whole rewrite and the minutes of its meeting. */
const longestForm = 2_000_000;

/** More than any page's form has: a review of many changes has some fields for each. */
const mostFields = 5000;

/** Whose login ended while they wrote gets back a rewrite of usual length; more is not read. */
const whoeverSends: FormBounds = { bytes: 400_000, fields: 1000 };

/** The forms that are sent by those who are not logged in. */
const ofStrangers = new Set(['login', 'acceptance']);

const unauthorised = 401;

type FormSchema = v.GenericSchema<Record<string, unknown>, unknown>;

/**
 * Takes a posted form: reads it, checks it against the schema and does the work.
 * A field that is wrong, or a refusal by the forum, comes back as a failure that says so in the
 * reader's language and holds what was typed. `form` names the form among the page's.
 * Who is not logged in gets an error page with all of it, whether the form's own page can be shown
 * to them or not; so does whoever sends a form that its page has no more (`Unsent`).
 * A field named twice, or ending in `[]`, is a list. `limit` is how many bytes may be sent.
 * `readSaved` is for a form that edits what others edit too, and reads what is saved now in the
 * form's own fields: a form that is refused as stale comes back with both laid side by side, and is
 * saved with what was chosen of them once it was. One that says only what is saved already, as one
 * that is sent twice does, is done.
 */
export async function act<Schema extends FormSchema, Result>(
  event: RequestEvent,
  form: string,
  schema: Schema,
  work: (context: Context, values: v.InferOutput<Schema>) => Promise<Result>,
  limit = longestForm,
  readSaved?: ReadSaved
): Promise<Result | ActionFailure<RefusedForm>> {
  const { context } = event.locals;
  const { posted, trouble } = await readForm(event.request, boundsFor(event, limit));
  const fields = fieldsOf(posted);
  const sent: Sent = { event, form, values: typed(fields), readSaved };
  if (trouble === 'tooLarge') return refuse(sent, 413, { refusal: m.form_too_large() });
  if (trouble) return refuse(sent, 400, { refusal: m.form_unreadable() });
  if (!context.viewer && !ofStrangers.has(form)) {
    const refusal = m.refusal_notLoggedIn();
    return refuse(sent, unauthorised, { refusal, refused: 'notLoggedIn' });
  }
  try {
    const merged = readSaved && (await mergedFields(context, readSaved, sent.values));
    const checked = v.safeParse(schema, merged ? { ...filesIn(fields), ...merged } : fields);
    if (!checked.success)
      return await refuse(sent, unprocessable, { errors: errorsOf(checked.issues) });
    await limitForm(event, form);
    return await work(context, checked.output).catch(async (thrown) => {
      const saved = await ifSavedAlready(sent, checked.output, thrown);
      const again = saved && v.safeParse(schema, { ...filesIn(fields), ...saved });
      if (!again?.success) throw thrown;
      return work(context, again.output);
    });
  } catch (thrown) {
    return refuseThrown(sent, thrown);
  }
}

/** A form that was sent, with the texts that were typed in it. */
type Sent = {
  event: RequestEvent;
  form: string;
  values: Fields;
  readSaved: ReadSaved | undefined;
};

/** Returns the failure that gives the form back, with `told` of it and all that was typed. */
async function refuse(
  { event, form, values, readSaved }: Sent,
  status: number,
  told: Partial<RefusedForm>
): Promise<ActionFailure<RefusedForm>> {
  const isLaidBeside = readSaved && (told.refused === 'stale' || values.newer);
  const beside = isLaidBeside ? await laidBeside(event.locals.context, readSaved, values) : {};
  const returned = { ...formWith(form, values), ...told, ...beside };
  event.locals.unsent = unsentOf(event, returned);
  if (status === unauthorised) error(status, m.unsent_lost());
  return fail(status, returned);
}

/** Returns the failure for what the work has thrown; throws on what is no refusal. */
function refuseThrown(sent: Sent, thrown: unknown): Promise<ActionFailure<RefusedForm>> {
  const code = findRefusedValueCode(thrown);
  if (code !== null) {
    // A field that lets it through is ours to mend; what was typed is not to be lost by it.
    console.error(`A value of the form ${sent.form} was refused by the database: ${code}`);
    return refuse(sent, unprocessable, { refusal: m.form_invalid_value() });
  }
  if (!isRefusal(thrown)) throw thrown;
  tellWhenAgain(sent.event, thrown);
  const [field, sentence] = [refusedField(thrown), refusalSentence(thrown)];
  const told = field === null ? { refusal: sentence } : { errors: { [field]: sentence } };
  return refuse(sent, statusFor(thrown), { ...told, refused: thrown.refused });
}

/** Returns the fields as they are saved if the form was refused as stale, and says the same. */
async function ifSavedAlready(
  { event, values, readSaved }: Sent,
  checked: unknown,
  thrown: unknown
) {
  const isStale = isRefusal(thrown) && thrown.refused === 'stale';
  if (!readSaved || !isStale) return null;
  return savedAlready(event.locals.context, readSaved, { ...values, ...textsIn(checked) });
}

/** Returns a sentence for each field that is wrong, by its name. */
function errorsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[fieldOf(issue)] ??= issueSentence(issue);
  return errors;
}

/** The same for a form that edits what others edit too: see `act`'s `readSaved`. */
export const actOnSaved = <Schema extends FormSchema, Result>(
  event: RequestEvent,
  form: string,
  schema: Schema,
  readSaved: ReadSaved,
  work: (context: Context, values: v.InferOutput<Schema>) => Promise<Result>
) => act(event, form, schema, work, longestForm, readSaved);

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

/**
 * Leads whoever asks for a page to another address. Whoever sent a form from it that was refused
 * gets an error page with all that was typed instead: a redirect would be taken for a success.
 */
export function leadOn({ unsent }: App.Locals, address: string): never {
  if (unsent) error(statusOf.stale!, unsent.refusal ?? m.unsent_title());
  redirect(303, address);
}

/** The texts of a form that is no page's, by name. Ends in 413 beyond the bounds, in 400 at no form. */
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

/** Nobody who is not logged in sends more than somebody whose login has just ended. */
function boundsFor({ locals }: RequestEvent, bytes: number): FormBounds {
  const bounds = { bytes, fields: mostFields };
  if (locals.context.viewer) return bounds;
  return { bytes: Math.min(bytes, whoeverSends.bytes), fields: whoeverSends.fields };
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

/** The texts as the schema leaves them, which is how they are saved. */
const textsIn = (checked: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(checked as object).filter(([, value]) => typeof value === 'string')
  );

function typed(fields: Record<string, unknown>): Fields {
  const texts: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.filter((each) => typeof each === 'string');
  }
  delete texts.password;
  return texts;
}

/** PostgreSQL stores no NUL; browsers send line breaks as CR LF. */
const clean = (value: string) => value.replaceAll('\0', '').replaceAll('\r\n', '\n');

const fieldOf = (issue: v.BaseIssue<unknown>) => String(issue.path?.[0]?.key ?? '');
