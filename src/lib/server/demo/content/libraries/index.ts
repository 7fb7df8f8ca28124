import type { DemoDocument } from '../types.ts';
import { call } from './call.ts';
import { comments } from './comments.ts';
import { firstRound } from './firstRound.ts';
import { invited } from './invited.ts';
import { letters, meetings } from './meetings.ts';
import { version1 } from './version1.ts';
import { version2 } from './version2.ts';

/** In hearing now, for the second time, with six days left. */
export const libraries: DemoDocument = {
  slug: 'doeren-staar-aaben',
  title: 'Døren står åben: et bibliotek inden for rækkevidde',
  summary:
    'Bibliotekerne skal have åbent, når folk har fri, og der skal være et menneske i huset. Hvor der er langt, kommer bussen.',
  policyArea: 'Kultur og oplysning',
  level: 'national',
  audience: 'public',
  workingGroup: ['Henrik Mosevang', 'Sofie Pilholm', 'Kasper Stenvig'],
  proposers: ['Henrik Mosevang', 'Sofie Pilholm', 'Grethe Lyngvang'],
  involved: [
    'Fire bibliotekarer og en chauffør fra en bogbus',
    'To skoleledere fra Vestjylland og Fyn',
    'Lånere i seks kommuner, spurgt ved disken',
    'Åbent Lands ældregruppe'
  ],
  created: { at: { day: -126, time: '14:20' }, by: 'Henrik Mosevang' },
  state: 'hearing',
  call,
  versions: [
    {
      number: 1,
      published: { at: { day: -90, time: '16:30' }, by: 'Henrik Mosevang' },
      note: 'Første udkast, skrevet efter indkaldelsen.',
      markdown: version1
    },
    {
      number: 2,
      published: { at: { day: -11, time: '15:10' }, by: 'Henrik Mosevang' },
      note: 'Efter første runde: priser er regnet ud, brugerne får et husråd, åbningstid og bemanding er skilt ad, og caféen er udgået.',
      markdown: version2
    }
  ],
  hearings: [
    firstRound,
    {
      round: 2,
      version: 2,
      opened: { at: { day: -10, time: '09:00' }, by: 'Henrik Mosevang' },
      closes: { day: 6, time: '23:59' },
      invited,
      comments,
      meetings,
      letters,
      themes: []
    }
  ]
};
