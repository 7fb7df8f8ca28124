import type { DemoDocument } from '../types.ts';
import { hearing } from './hearing.ts';
import { version1, version2 } from './text.ts';

/** With Politisk Forum now, short enough to be decided in a quarter of an hour. */
export const repair: DemoDocument = {
  slug: 'lav-det-igen',
  title: 'Lav det igen: retten til at få ting repareret',
  summary: 'Reservedele i femten år, halv moms på reparation og et værksted på genbrugspladsen.',
  policyArea: 'Miljø og forbrug',
  level: 'national',
  audience: 'public',
  workingGroup: ['Daniel Ravnsø', 'Lærke Hegnsdal'],
  proposers: ['Daniel Ravnsø', 'Lærke Hegnsdal'],
  involved: ['En radiomekaniker', 'Frivillige i to reparationscaféer'],
  created: { at: { day: -52, time: '11:40' }, by: 'Daniel Ravnsø' },
  state: 'submitted',
  versions: [
    {
      number: 1,
      published: { at: { day: -40, time: '16:10' }, by: 'Daniel Ravnsø' },
      note: 'Udkast til høring.',
      markdown: version1
    },
    {
      number: 2,
      published: { at: { day: -12, time: '19:00' }, by: 'Daniel Ravnsø' },
      note: 'Efter høringen: loft pr. reservedel, sko og programmer med, og et skøn over tabt moms.',
      markdown: version2
    }
  ],
  hearings: [hearing]
};
