import { globSync } from 'node:fs';

/** A route of the forum: its address with parameters, and its folder. */
export type Route = { path: string; folder: string };

/** The values for the parameters of an address, by their names. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

const root = 'src/routes';

/** Returns every route, of pages and of endpoints, as read from the source folder. */
export function allRoutes(): Route[] {
  const files = globSync(`${root}/**/+{page.svelte,page.server.ts,server.ts}`);
  const folders = files.map((file) => file.replace(/\/\+[^/]+$/, ''));
  return [...new Set(folders)]
    .sort()
    .map((folder) => ({ path: folder.slice(root.length) || '/', folder }));
}

/** Returns the address with its parameters replaced by each combination of their values. */
export function filled(path: string, parameters: Parameters): string[] {
  const part = /\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/.exec(path);
  if (!part) return [path];
  const values = parameters[part[1]!];
  if (!values) throw new Error(`Nothing to fill ${part[0]} of ${path} with`);
  return values.flatMap((value) =>
    filled(
      path.replace(part[0], () => value),
      parameters
    )
  );
}
