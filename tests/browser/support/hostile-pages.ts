import type { people } from './forum.ts';
import type { HostileForum } from './hostile-forum.ts';
import { hostile } from './hostile.ts';

/** Where hostile words stand, for whoever may read it. */
export function pagesOf(
  { open, decided }: Pick<HostileForum, 'open' | 'decided'>,
  person: keyof typeof people | null
): string[] {
  const [hearing, done] = [at(open), at(decided)];
  const everyones = [
    ...['/', '/politisk-forum', '/search?q=ond', '/search?q=alert+onerror+window'],
    ...['', '?place=whole', '?sort=newest', '?sort=supported', '?sort=unanswered&after=2'].map(
      (view) => hearing + view
    ),
    ...[`?comment=${open.commentId}`, '?debate=off'].map((view) => hearing + view),
    ...['/synopsis', '/inputs', '/inputs/1', '/record', `/comments/${open.commentId}`].map(
      (below) => hearing + below
    ),
    ...[`/rewrites/${open.rewriteId}`, `/meetings/${open.meetingId}`].map(
      (below) => hearing + below
    ),
    ...[
      '',
      '?version=1&place=whole',
      '/inputs',
      '/inputs/2',
      `/inputs/${letter}`,
      '/report',
      '/decision',
      '/record'
    ].map((below) => done + below),
    ...['/compare?from=1&to=2', '/compare?from=1&to=2&view=side', '/synopsis'].map(
      (below) => done + below
    )
  ];
  const writes = ['reply', 'quote'].map((verb) => `${hearing}?${verb}=${open.commentId}`);
  const own = {
    member: [
      ...writes,
      `${hearing}?edit=${open.commentId}`,
      '/mine',
      `${hearing}/likes?comment=${open.commentId}`
    ],
    workingGroup: [
      ...['/desk', '/desk/1', '/themes', '/draft', '/hearing', '/letters/new', '/meetings/new'].map(
        (below) => hearing + below
      ),
      ...['/submission', '/draft', '/desk', `/desk/${letter}`].map((below) => done + below)
    ],
    politiskForum: [...writes, `/comments/${open.commentId}/report`, `${done}/decision`],
    administrator: [
      ...['/administration/moderation', '/administration/members', '/administration/regions'],
      `/comments/${open.commentId}/report`
    ]
  };
  return person === null ? everyones : person in own ? own[person as keyof typeof own] : [];
}

/** The number of the letter, which came after a comment for each of the hostile words. */
const letter = hostile.length + 1;

export const at = ({ slug }: { slug: string }) => `/documents/${slug}`;
