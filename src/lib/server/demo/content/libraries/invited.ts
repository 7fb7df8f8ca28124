import type { DemoInvitedParty } from '../types.ts';

/** The same were asked in both rounds. */
export const invited: readonly DemoInvitedParty[] = [
  { kind: 'region', name: 'København', region: 'koebenhavn' },
  { kind: 'region', name: 'Fyn', region: 'fyn' },
  { kind: 'region', name: 'Sydjylland', region: 'sydjylland' },
  { kind: 'region', name: 'Østjylland', region: 'oestjylland' },
  { kind: 'region', name: 'Vestjylland', region: 'vestjylland' },
  { kind: 'region', name: 'Nordjylland', region: 'nordjylland' },
  { kind: 'group', name: 'Åbent Lands ungdom' },
  { kind: 'group', name: 'Åbent Lands ældregruppe' },
  { kind: 'organisation', name: 'Bogbussernes Venner' },
  { kind: 'organisation', name: 'Landsforeningen Læselyst i Provinsen' }
];
