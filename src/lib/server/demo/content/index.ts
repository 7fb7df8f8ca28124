import { logins, members, regions } from './people.ts';
import type { DemoForum } from './types.ts';

export type * from './types.ts';

/** Everything that a forum started on an empty database shows. Made up from end to end. */
export const demo: DemoForum = {
  party: 'Åbent Land',
  regions,
  members,
  logins,
  documents: []
};
