import type { DemoDocument } from '../types.ts';
import { hearing } from './hearing.ts';
import { version1, version2, version3, version4 } from './text.ts';

/** Adopted, after its one reservation had been sent back once. */
export const water: DemoDocument = {
  slug: 'vand-man-kan-drikke',
  title: 'Vand, man kan drikke',
  summary: 'Ingen sprøjtning over grundvandet, og prøver, som alle kan læse og forstå.',
  policyArea: 'Miljø og forbrug',
  level: 'national',
  audience: 'public',
  workingGroup: ['Grethe Lyngvang', 'Ole Kornvig'],
  proposers: ['Grethe Lyngvang', 'Ole Kornvig'],
  involved: ['Formanden for et vandværk med tre frivillige'],
  created: { at: { day: -260, time: '18:00' }, by: 'Grethe Lyngvang' },
  state: 'adopted',
  versions: [
    {
      number: 1,
      published: { at: { day: -240, time: '15:30' }, by: 'Grethe Lyngvang' },
      note: 'Udkast til høring.',
      markdown: version1
    },
    {
      number: 2,
      published: { at: { day: -210, time: '16:00' }, by: 'Grethe Lyngvang' },
      note: 'Efter høringen: Prøverne skal forklares.',
      markdown: version2
    },
    {
      number: 3,
      published: { at: { day: -186, time: '12:00' }, by: 'Grethe Lyngvang' },
      note: 'Svar på forbeholdet om det faste bidrag.',
      markdown: version3
    },
    {
      number: 4,
      published: { at: { day: -171, time: '12:00' }, by: 'Ole Kornvig' },
      note: 'Et loft over det faste bidrag.',
      markdown: version4
    }
  ],
  hearings: [hearing]
};
