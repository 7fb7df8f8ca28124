import { pickFrom, type Random } from '../random.ts';
import type { Route } from '../routes.ts';
import { ask, type Question } from './asking.ts';
import { asPairs, asParts, percent, type Sent } from './encoding.ts';
import { fillForm } from './filling.ts';
import { formsIn } from './forms.ts';
import { actionOf, actionsOf, learn, pageOf, type Ground } from './ground.ts';
import { oddCookies, oddHeaders } from './oddities.ts';
import type { Asked } from './sources.ts';
import { hostileValue, oddNames } from './values.ts';

/** A request, and the texts that its response must have if it refuses the form. */
export type Wandered = Question & { kept: string[] };

const methods = ['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST'];

/** Returns the next request; it never ends anybody's login. */
export async function wander(ground: Ground, random: Random): Promise<Wandered> {
  const asked = await wanderOn(ground, random);
  if (!endsLogins.test(asked.path)) return asked;
  return { ...asked, person: 'stranger', headers: { ...asked.headers, cookie: 'session=x' } };
}

async function wanderOn(ground: Ground, random: Random): Promise<Wandered> {
  const kind = random(20);
  if (kind === 0) await look(ground, random);
  const asked =
    (kind < 10 && (await sendShown(ground, random))) ||
    (kind < 14 ? sendBlind(ground, random) : askAddress(ground, random));
  return random(6) === 0 ? dressUp(random, asked) : asked;
}

/** Requests a page and saves which forms it shows now. */
async function look(ground: Ground, random: Random) {
  const route = pickFrom(random, ground.routes);
  const queries = pickFrom(random, ground.planted).queries[route.path];
  const query = queries ? `?${pickFrom(random, queries)}` : '';
  const page = pageOf(ground, anybody(ground, random), address(ground, random, route) + query);
  learn(ground, route, page, await ask(ground.url, page));
}

/** Returns a form of a page with one or two fields changed; null if the page no longer shows it. */
async function sendShown(ground: Ground, random: Random): Promise<Wandered | null> {
  const action = pickFrom(random, [...ground.shown.keys()]);
  const places = ground.shown.get(action)!;
  const place = pickFrom(random, places);
  const page = await ask(ground.url, pageOf(ground, place.person, place.path));
  const leadsThere = (target: string) => actionOf(ground, place, target) === action;
  const forms = formsIn(page.text).filter((form) =>
    actionsOf(ground, place, form).includes(action)
  );
  if (forms.length === 0) {
    if (places.length > 1) places.splice(places.indexOf(place), 1);
    return null;
  }
  const { sent, kept, ...form } = fillForm(random, pickFrom(random, forms), leadsThere);
  const base = new URL(place.path, ground.url);
  const { pathname, search } = new URL(form.action || base, base);
  return { ...formOf(ground, place.person, pathname + search, sent, form.isMultipart), kept };
}

/** Returns a request to an action, with hostile values for the fields that its source reads. */
function sendBlind(ground: Ground, random: Random): Wandered {
  const route = pickFrom(
    random,
    ground.routes.filter(({ actions }) => actions.length > 0)
  );
  const sent = Array.from({ length: random(8) }, () => ({
    name: pickFrom(random, random(9) ? [...route.names, ...listsOf(route)] : oddNames),
    value: random(4) ? hostileValue(random) : pickFrom(random, ground.parameters.id!),
    ...(random(9) ? {} : { filename: hostileValue(random).slice(0, 100) })
  }));
  const action = pickFrom(random, route.actions);
  const path = `${address(ground, random, route)}${action === 'default' ? '' : `?/${action}`}`;
  return formOf(ground, anybody(ground, random), path, sent, random(3) === 0);
}

/** Returns the names as those of lists. */
const listsOf = ({ names }: Asked) => names.flatMap((name) => [`${name}[]`]);

/** Returns a request with hostile parameters and queries, by any method. */
function askAddress(ground: Ground, random: Random): Wandered {
  const route = pickFrom(random, ground.routes);
  const names = ['x-sveltekit-invalidated', '/', '/comment', ...route.names];
  const queries = Array.from({ length: random(4) }, () => {
    const name = random(9) ? pickFrom(random, names) : pickFrom(random, oddNames);
    const value = random(5) ? hostileValue(random) : pickFrom(random, ground.parameters.id!);
    return `${percent(name)}=${asIs(random, value)}`;
  });
  const query = queries.length > 0 ? `?${queries.join('&').slice(0, 12_000)}` : '';
  const path = address(ground, random, route) + (random(12) ? '' : '/__data.json') + query;
  const method = pickFrom(random, methods);
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.from(hostileValue(random));
  return { ...pageOf(ground, anybody(ground, random), path), method, body, kept: [] };
}

const anybody = ({ cookies }: Ground, random: Random) => pickFrom(random, Object.keys(cookies));

/** Where a login ends or another begins: requests to these would end the login of a person. */
const endsLogins = /^\/(?:logout|invitations)/;

/** The route's address: mostly with what there is, now and then with what there is not. */
function address({ planted, parameters }: Ground, random: Random, { path }: Route): string {
  const { slugs, ids } = pickFrom(random, planted);
  const hearing = path.includes('[id') ? [slugs[0]!] : slugs;
  const known = random(3) ? { ...parameters, slug: hearing, id: ids } : parameters;
  return path.replace(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g, (_, name: string) =>
    random(5)
      ? pickFrom(random, known[name as keyof typeof known]!)
      : asIs(random, hostileValue(random).slice(0, 4000))
  );
}

/** The value as it is where it can stand in an address, now and then; else as it must be written. */
const asIs = (random: Random, value: string) =>
  random(2) && /^[!-~]+$/.test(value) ? value : percent(value);

function formOf(
  ground: Ground,
  person: string,
  path: string,
  sent: readonly Sent[],
  isMultipart: boolean
): Wandered {
  const { body, type } = isMultipart
    ? asParts(sent)
    : { body: asPairs(sent), type: 'application/x-www-form-urlencoded' };
  const page = pageOf(ground, person, path);
  const headers = { ...page.headers, 'content-type': type };
  return { ...page, method: 'POST', headers, body, kept: [] };
}

/** The same with a header or a cookie that no browser sends. */
function dressUp(random: Random, asked: Wandered): Wandered {
  const headers = { ...asked.headers };
  if (random(3) === 0)
    headers.cookie = [headers.cookie, pickFrom(random, oddCookies)].filter(Boolean).join('; ');
  else {
    const [name, value] = pickFrom(random, oddHeaders);
    headers[name] = value;
  }
  return { ...asked, headers, kept: [] };
}
