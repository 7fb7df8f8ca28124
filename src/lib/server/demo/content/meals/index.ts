import type { DemoDocument } from '../types.ts';
import { hearing } from './hearing.ts';
import { version1 } from './text.ts';

/** Returned to its proposers with wishes for further work. */
export const meals: DemoDocument = {
  slug: 'et-daekket-bord',
  title: 'Et dækket bord: varm mad i skolen',
  summary:
    'Alle børn skal spise et varmt måltid midt på dagen ved det samme bord, og om aftenen kan de ældre bruge køkkenet.',
  policyArea: 'Børn og skole',
  level: 'national',
  audience: 'public',
  workingGroup: ['Yusuf Elmetoft', 'Mette Skovvang'],
  proposers: ['Yusuf Elmetoft', 'Mette Skovvang'],
  involved: ['En køkkenleder og to lærere', 'Elevrådet på en skole i Østjylland'],
  created: { at: { day: -96, time: '19:15' }, by: 'Yusuf Elmetoft' },
  state: 'returned',
  versions: [
    {
      number: 1,
      published: { at: { day: -72, time: '14:00' }, by: 'Yusuf Elmetoft' },
      note: 'Udkast til høring.',
      markdown: version1
    }
  ],
  hearings: [hearing]
};
