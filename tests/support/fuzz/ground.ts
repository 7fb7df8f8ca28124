import { allRoutes, filled, type Parameters, type Route } from '../routes.ts';
import type { Answer, Question } from './asking.ts';
import { formsIn, type PageForm } from './forms.ts';
import type { Planted } from './planting.ts';
import { readSources, type Asked } from './sources.ts';

/** The forum that is fuzzed: its address, its people's cookies, and what is known about it. */
export type Ground = {
  url: string;
  cookies: Record<string, string>;
  planted: readonly Planted[];
  /** The values for the parameters of addresses, of all that is planted. */
  parameters: Parameters;
  routes: (Route & Asked)[];
  /** By action, such as `/login?/default`: who sees its form on which page. */
  shown: Map<string, { person: string; path: string; route: Route }[]>;
};

/** Returns what is known about the forum before the first request. */
export function groundOf(
  url: string,
  cookies: Record<string, string>,
  planted: readonly Planted[]
): Ground {
  const parameters = parametersOf(planted);
  const routes = allRoutes().map((route) => ({ ...route, ...readSources(route.folder) }));
  return { url, cookies, planted, parameters, routes, shown: new Map() };
}

const parametersOf = (planted: readonly Planted[]) => ({
  slug: planted.flatMap(({ slugs }) => slugs),
  id: planted.flatMap(({ ids }) => ids),
  token: planted.flatMap(({ tokens }) => tokens),
  number: ['1', '2', '3', '4', '7', '8'],
  path: ['findes-ikke', 'a/b']
});

/** Returns every action as its route and name. */
export const allActions = ({ routes }: Ground): string[] =>
  routes.flatMap(({ path, actions }) => actions.map((name) => `${path}?/${name}`));

/** Returns the person's request for a page. */
export const pageOf = ({ cookies, url }: Ground, person: string, path: string): Question => ({
  ...{ person, method: 'GET', path, body: null },
  headers: { cookie: cookies[person]!, accept: 'text/html', origin: url }
});

/** Saves which forms the page shows. */
export function learn(ground: Ground, route: Route, { person, path }: Question, answer: Answer) {
  for (const form of formsIn(answer.text))
    for (const action of actionsOf(ground, { route, path }, form)) {
      const places = ground.shown.get(action) ?? [];
      ground.shown.set(action, places);
      if (!places.some((each) => each.person === person && each.path === path))
        places.push({ person, path, route });
    }
}

/** Returns the actions that the buttons of a form lead to; none if the form is not posted. */
export function actionsOf(ground: Ground, shownOn: ShownOn, form: PageForm): string[] {
  if (!form.isPosted) return [];
  const buttons = form.buttons.map(({ action }) => action ?? form.action);
  return (buttons.length > 0 ? buttons : [form.action]).map((target) =>
    actionOf(ground, shownOn, target)
  );
}

/** Returns the action that `target` on the page leads to, as its route and name. */
export function actionOf({ url }: Ground, { route, path }: ShownOn, target: string): string {
  const page = new URL(path, url);
  const { pathname } = new URL(target || page, page);
  const name = /[?&]\/(\w+)/.exec(target)?.[1] ?? 'default';
  return `${pathname === page.pathname ? route.path : pathname}?/${name}`;
}

type ShownOn = { route: Route; path: string };

/** Returns every address of what was planted first, without and with the queries that show a form. */
export function firstPages({ routes, planted: [first] }: Ground): [Route, string][] {
  const parameters = parametersOf([first!]);
  return routes.flatMap((route) => {
    const paths = filled(route.path, parameters);
    const queries = (first!.queries[route.path] ?? []).map((query) => `?${query}`);
    return paths.flatMap((path) =>
      ['', ...queries].map((query) => [route, path + query] as [Route, string])
    );
  });
}
