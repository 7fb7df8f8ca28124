import { care } from './care/index.ts';
import { ferries } from './ferries/index.ts';
import { housing } from './housing/index.ts';
import { libraries } from './libraries/index.ts';
import { meals } from './meals/index.ts';
import { logins, members, regions } from './people.ts';
import { repair } from './repair/index.ts';
import { water } from './water/index.ts';
import type { DemoForum } from './types.ts';

export type * from './types.ts';

/** Everything that a forum started on an empty database shows. Made up from end to end. */
export const demo: DemoForum = {
  party: 'Åbent Land',
  regions,
  members,
  logins,
  documents: [libraries, care, repair, ferries, housing, meals, water]
};
