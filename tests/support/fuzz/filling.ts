import { randomUUID } from 'node:crypto';
import { pickFrom, type Random } from '../random.ts';
import type { Sent } from './encoding.ts';
import type { PageField, PageForm } from './forms.ts';
import { hostileValue, oddNames } from './values.ts';

/** A filled form: its action, its fields, and the texts that must come back if it is refused. */
export type Filled = { action: string; sent: Sent[]; isMultipart: boolean; kept: string[] };

/**
 * Fills in the page's form as somebody would, then changes one or two of its fields. It is sent with
 * a button for which `leadsThere` is true.
 */
export function fillForm(
  random: Random,
  form: PageForm,
  leadsThere: (target: string) => boolean
): Filled {
  const buttons = form.buttons.filter((each) => leadsThere(each.action ?? form.action));
  const button = buttons.length > 0 ? pickFrom(random, buttons) : null;
  const sent = form.fields.flatMap((field) => fillField(random, field));
  if (button?.name) sent.push({ name: button.name, value: button.value });
  const changed = new Set<string>();
  for (let times = random(5) === 0 ? 0 : 1 + random(2); times > 0; times--) {
    const name = change(random, sent);
    if (name !== null) changed.add(name);
  }
  const typed = form.fields.filter(({ name, type }) => type === 'textarea' && !changed.has(name));
  const kept = sent
    .filter(({ name, value }) => value && typed.some((field) => field.name === name))
    .map(({ value }) => value);
  return { action: button?.action ?? form.action, sent, isMultipart: form.isMultipart, kept };
}

/** Returns what somebody would fill in; most prefilled fields stay as they are. */
function fillField(random: Random, field: PageField): Sent[] {
  const { name, type, value, options } = field;
  if (type === 'file') return [{ name, value: '', filename: '' }];
  if (type === 'choice') {
    const chosen = options.length > 0 && random(3) > 0 ? pickFrom(random, options) : value;
    return chosen === '' && !options.includes('') ? [] : [{ name, value: chosen }];
  }
  const isLeft = type === 'hidden' || (value !== '' && random(3) > 0);
  return [{ name, value: isLeft ? value : typedIn(type) }];
}

function typedIn(type: string): string {
  if (type === 'date') return new Date().toISOString().slice(0, 10);
  if (type === 'time') return '23:59';
  if (type === 'number') return '1';
  if (type === 'password') return 'korrekt hest batteri';
  if (type === 'email') return `${randomUUID()}@example.org`;
  return `Ordene ${randomUUID()}`;
}

/** Changes a field, omits it, repeats it, makes it a file, or adds one; returns its name. */
function change(random: Random, sent: Sent[]): string | null {
  const kind = random(10);
  if (kind === 0 || sent.length === 0) {
    sent.push({ name: pickFrom(random, oddNames), value: hostileValue(random) });
    return null;
  }
  const place = random(sent.length);
  const { name } = sent[place]!;
  if (kind === 1) sent.splice(place, 1);
  else if (kind === 2) sent.push({ name, value: hostileValue(random) });
  else if (kind === 3) sent[place] = { name, value: hostileValue(random), filename: 'a.txt' };
  else if (kind === 4) sent[place] = { ...sent[place]!, name: `${name}[]` };
  else sent[place] = { name, value: hostileValue(random) };
  return name;
}
