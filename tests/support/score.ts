import type { Revision } from './revisions.ts';

export interface Share {
  right: number;
  of: number;
}

/** How good an alignment is. A paragraph counts as right if all blocks that it became are right. */
export interface Score {
  /** The links that were found and are true. */
  hits: number;
  /** The links that were found. */
  found: number;
  /** The links that are true. */
  true: number;
  all: Share;
  /** Old paragraphs whose words changed. */
  changed: Share;
  deleted: Share;
  /** New paragraphs that came from no old one. */
  inserted: Share;
}

export function score(revision: Revision, found: readonly [number, number][]): Score {
  const truth = new Set(revision.links.map(String));
  const result: Score = {
    hits: found.filter((it) => truth.has(String(it))).length,
    found: found.length,
    true: truth.size,
    all: share(),
    changed: share(),
    deleted: share(),
    inserted: share()
  };
  revision.from.forEach((block, at) => {
    const fate = fateOf(revision.links, 0, at);
    const right = fate === fateOf(found, 0, at);
    const texts = revision.links
      .filter(([from]) => from === at)
      .map(([, to]) => revision.to[to]!.text);
    count(result.all, right);
    if (texts.length === 0) count(result.deleted, right);
    else if (texts.length > 1 || texts[0] !== block.text) count(result.changed, right);
  });
  revision.to.forEach((_, at) => {
    if (fateOf(revision.links, 1, at) === '') count(result.inserted, fateOf(found, 1, at) === '');
  });
  return result;
}

function share(): Share {
  return { right: 0, of: 0 };
}

function count(into: Share, right: boolean): void {
  into.of++;
  if (right) into.right++;
}

function fateOf(links: readonly [number, number][], side: 0 | 1, at: number): string {
  const others = links.filter((it) => it[side] === at).map((it) => it[1 - side]!);
  return others.sort((a, b) => a - b).join();
}
