import type { DemoDocument } from '../types.ts';
import { hearing } from './hearing.ts';
import { version1 } from './text.ts';

/** With the working group: twelve inputs, half of them answered. */
export const care: DemoDocument = {
  slug: 'kendte-ansigter',
  title: 'Kendte ansigter: en ældrepleje i små hold',
  summary:
    'Den, der får hjælp hver dag, skal kende dem, der kommer. Små hold, færre skemaer og en fridag til den, der passer.',
  policyArea: 'Ældre og sundhed',
  level: 'national',
  audience: 'public',
  workingGroup: ['Henrik Mosevang', 'Nanna Holmvig'],
  proposers: ['Henrik Mosevang', 'Nanna Holmvig'],
  involved: ['Tre hold i hjemmeplejen', 'Tolv pårørende på Sjælland og i Østjylland'],
  created: { at: { day: -41, time: '13:30' }, by: 'Henrik Mosevang' },
  state: 'processing',
  versions: [
    {
      number: 1,
      published: { at: { day: -18, time: '17:20' }, by: 'Henrik Mosevang' },
      note: 'Udkast til høring.',
      markdown: version1
    }
  ],
  hearings: [hearing]
};
