import type { DemoLogin, DemoMember, DemoRegion } from './types.ts';

export const regions: readonly DemoRegion[] = [
  { slug: 'koebenhavn', name: 'København', rapporteurs: ['Nanna Holmvig'] },
  { slug: 'nordsjaelland', name: 'Nordsjælland', rapporteurs: ['Fatma Vigsund'] },
  { slug: 'sjaelland', name: 'Sjælland', rapporteurs: ['Rasmus Brinkhøj'] },
  { slug: 'fyn', name: 'Fyn', rapporteurs: ['Lone Hedemose'] },
  { slug: 'sydjylland', name: 'Sydjylland', rapporteurs: ['Mette Skovvang'] },
  { slug: 'oestjylland', name: 'Østjylland', rapporteurs: ['Daniel Ravnsø'] },
  { slug: 'vestjylland', name: 'Vestjylland', rapporteurs: ['Peter Birkedam'] },
  { slug: 'nordjylland', name: 'Nordjylland', rapporteurs: ['Søren Klitmark'] }
];

export const members: readonly DemoMember[] = [
  {
    name: 'Karen Strandhave',
    email: 'admin@example.org',
    region: 'sjaelland',
    roles: ['administrator']
  },
  { name: 'Henrik Mosevang', email: 'arbejdsgruppe@example.org', region: 'oestjylland' },
  { name: 'Lone Hedemose', email: 'referent@example.org', region: 'fyn' },
  { name: 'Jonas Kærvang', email: 'medlem@example.org', region: 'koebenhavn' },
  {
    name: 'Birthe Nordtoft',
    email: 'forum@example.org',
    region: 'nordjylland',
    roles: ['politiskForum']
  },
  member('Ingrid Søhøj', 'nordsjaelland', 'politiskForum'),
  member('Erik Sandtoft', 'sydjylland', 'politiskForum'),
  member('Camilla Rosenkær', 'oestjylland', 'politiskForum'),
  member('Hanne Dalvang', 'sjaelland', 'politiskForum'),
  member('Søren Klitmark', 'nordjylland'),
  member('Peter Birkedam', 'vestjylland'),
  member('Rasmus Brinkhøj', 'sjaelland'),
  member('Fatma Vigsund', 'nordsjaelland'),
  member('Mette Skovvang', 'sydjylland'),
  member('Daniel Ravnsø', 'oestjylland'),
  member('Nanna Holmvig', 'koebenhavn'),
  member('Amina Havnsted', 'koebenhavn'),
  member('Sofie Pilholm', 'koebenhavn'),
  member('Kasper Stenvig', 'koebenhavn'),
  member('Viggo Møllevang', 'nordsjaelland'),
  member('Tove Engholt', 'fyn'),
  member('Ole Kornvig', 'fyn'),
  member('Mads Fjordby', 'sydjylland'),
  member('Yusuf Elmetoft', 'oestjylland'),
  member('Grethe Lyngvang', 'vestjylland'),
  member('Niels Agerbo', 'vestjylland'),
  member('Leif Tangmose', 'nordjylland'),
  member('Lærke Hegnsdal', 'nordjylland')
];

export const logins: readonly DemoLogin[] = [
  { role: 'administrator', email: 'admin@example.org' },
  { role: 'workingGroup', email: 'arbejdsgruppe@example.org' },
  { role: 'rapporteur', email: 'referent@example.org' },
  { role: 'member', email: 'medlem@example.org' },
  { role: 'politiskForum', email: 'forum@example.org' }
];

function member(name: string, region: string, ...roles: 'politiskForum'[]): DemoMember {
  return { name, email: `${asAddress(name)}@example.org`, region, roles };
}

function asAddress(name: string): string {
  const plain = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe');
  return plain.replaceAll('å', 'aa').replaceAll(' ', '.');
}
