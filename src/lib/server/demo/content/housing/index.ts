import type { DemoDocument } from '../types.ts';
import { hearing } from './hearing.ts';
import { version1 } from './version1.ts';
import { version2 } from './version2.ts';
import { version3 } from './version3.ts';
import { version4 } from './version4.ts';

/**
 * Adopted with two reservations: the one is confirmed, the other waits for Politisk Forum with
 * version 4, which also changes a figure outside them.
 */
export const housing: DemoDocument = {
  slug: 'plads-til-at-blive',
  title: 'Plads til at blive: boliger til hele livet',
  summary:
    'Man skal kunne blive i sit kvarter, når livet skifter. Det kræver flere slags boliger, færre tomme huse og lån til dem, der bygger sammen.',
  policyArea: 'Bolig og by',
  level: 'national',
  audience: 'public',
  workingGroup: ['Kasper Stenvig', 'Lone Hedemose', 'Sofie Pilholm'],
  proposers: ['Kasper Stenvig', 'Lone Hedemose'],
  involved: [
    'Beboerne i et bofællesskab på Sjælland',
    'En kommunal byplanlægger og en tømrermester'
  ],
  created: { at: { day: -212, time: '10:30' }, by: 'Kasper Stenvig' },
  state: 'adoptedWithReservations',
  versions: [
    {
      number: 1,
      published: { at: { day: -190, time: '15:00' }, by: 'Kasper Stenvig' },
      note: 'Udkast til høring.',
      markdown: version1
    },
    {
      number: 2,
      published: { at: { day: -158, time: '12:45' }, by: 'Kasper Stenvig' },
      note: 'Efter høringen: fire afsnit er skrevet om, og et om elevatorer er kommet til.',
      markdown: version2
    },
    {
      number: 3,
      published: { at: { day: -120, time: '13:15' }, by: 'Kasper Stenvig' },
      note: 'Det første forbehold er imødekommet: Ejeren bliver hørt og kan klage.',
      markdown: version3
    },
    {
      number: 4,
      published: { at: { day: -9, time: '18:30' }, by: 'Lone Hedemose' },
      note: 'Et loft over garantien. Lejeren kan købe efter tre år.',
      markdown: version4
    }
  ],
  hearings: [hearing]
};
