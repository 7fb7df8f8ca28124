import type { DemoLetter, DemoMeeting } from '../types.ts';
import { nordjylland } from './nordjylland.ts';
import { vestjylland } from './vestjylland.ts';

/** Three regions have met about version 2: on the whole, on two sections, on four points. */
export const meetings: readonly DemoMeeting[] = [
  {
    key: 'lemvig',
    region: 'vestjylland',
    held: { day: -6, time: '19:00' },
    place: 'Den gamle sparekasse i Lemvig',
    attendance: 23,
    minutes: `Peter Birkedam bød velkommen og læste visionen højt, afsnit for afsnit. Niels Agerbo fortalte om huset med nøglekort, og bagefter gik snakken om, hvad man kan forlange af en by, der ikke er større end en skole.

Der blev stemt om de femten timer: 14 for, 6 imod, 3 undlod. Mindretallet ville beholde de tyve, fordi femten let bliver til tre korte dage. Alle var enige om resten.

Mødet sluttede klokken 21.50 med sang.`,
    entered: { at: { day: -5, time: '20:10' }, by: 'Peter Birkedam' },
    rewrite: {
      posted: { at: { day: -5, time: '21:02' }, by: 'Peter Birkedam' },
      scope: 'whole',
      foreword:
        'Vi har skrevet hele visionen igennem. Vi vil det samme som jer, men teksten skal kunne bruges i en by, hvor der bor færre mennesker, end der står bøger på filialen.',
      markdown: vestjylland,
      changes: [
        {
          side: 'rewrite',
          block: 'hvor skolen og købmanden er lukket',
          reason:
            'Det er der, huset betyder mest. I en stor by er der andre varme steder at gå hen.',
          likes: ['Leif Tangmose', 'Grethe Lyngvang', 'Lærke Hegnsdal', 'Ole Kornvig']
        },
        {
          side: 'rewrite',
          block: 'femten kilometer ad vej',
          reason:
            'Afstanden skal måles, som man kører. Mennesker i huset er taget ud her, fordi de har deres eget afsnit.',
          likes: ['Leif Tangmose', 'Søren Klitmark', 'Mads Fjordby']
        },
        {
          side: 'rewrite',
          block: 'postnummeret må ikke afgøre',
          reason:
            'Afsnittet er flyttet herop. Hvem der betaler, skal siges, før der bliver stillet krav, og ikke efter.',
          likes: ['Rasmus Brinkhøj', 'Niels Agerbo']
        },
        {
          side: 'rewrite',
          block: 'I gennemsnit femten timer om ugen',
          reason:
            'De to afsnit er slået sammen, for hos os er det den samme dør. Et gennemsnit over året giver plads til høst, ferie og influenza.',
          likes: [
            'Niels Agerbo',
            'Rasmus Brinkhøj',
            'Leif Tangmose',
            'Ole Kornvig',
            'Mette Skovvang'
          ]
        },
        {
          side: 'rewrite',
          block: 'de frivillige, der har holdt lys i vinduerne',
          reason:
            'Der står meget om, hvad frivillige ikke må. Nogen burde skrive, hvad de skal have.',
          likes: ['Tove Engholt', 'Niels Agerbo', 'Viggo Møllevang', 'Ole Kornvig', 'Nanna Holmvig']
        },
        {
          side: 'rewrite',
          block: 'på samme vilkår i alle kommuner',
          reason:
            'Hvem der køber ind, og hvor meget der skal stå, er to ting, så vi har delt afsnittet. Det sidste er nyt: I dag må man låne flere e-bøger i nogle kommuner end i andre.',
          likes: ['Nanna Holmvig', 'Daniel Ravnsø']
        },
        {
          side: 'rewrite',
          block: 'Frivillige kan holde åbent ud over de femten timer',
          reason: 'Følger af, at timetallet er sat ned.'
        },
        {
          side: 'rewrite',
          block: 'friskoler, havne og forsamlingshuse',
          reason: 'Forsamlingshuset har parkeringsplads, og der er tændt lys.'
        }
      ]
    }
  },
  {
    key: 'hjoerring',
    region: 'nordjylland',
    held: { day: -4, time: '18:30' },
    place: 'Hovedbiblioteket i Hjørring, sal B',
    attendance: 17,
    minutes: `Vi nåede forslagene og ulemperne og lod resten ligge, fordi huset lukkede klokken 21. Det blev bemærket, at det var en bibliotekar, der lukkede det.

Øerne fyldte mest. Ordene »femten kilometer« er tomme, når der er vand imellem.`,
    entered: { at: { day: -3, time: '18:05' }, by: 'Søren Klitmark' },
    rewrite: {
      posted: { at: { day: -3, time: '18:40' }, by: 'Søren Klitmark' },
      scope: ['Tre konkrete forslag', 'Tre ulemper'],
      foreword: 'Vi har kun set på de to dele. Om de andre har vi ikke ment noget endnu.',
      markdown: nordjylland,
      changes: [
        {
          side: 'rewrite',
          block: 'halvtreds nye bogbusser',
          reason:
            'Vi talte os frem til elleve ture alene nord for fjorden. Tredive busser er for få til hele landet.',
          likes: ['Leif Tangmose', 'Lærke Hegnsdal', 'Peter Birkedam']
        },
        {
          side: 'rewrite',
          block: 'også i skolernes ferier',
          reason: 'Det er i ferien, børnene har tid til at læse.',
          likes: ['Lærke Hegnsdal', 'Yusuf Elmetoft', 'Grethe Lyngvang']
        },
        {
          side: 'rewrite',
          block: 'en ansat ud over chaufføren',
          reason: 'To mennesker i bussen. Ellers holder køen stille, når bussen skal flyttes.',
          likes: ['Tove Engholt', 'Yusuf Elmetoft']
        },
        {
          side: 'draft',
          block: 'Vi afsætter 40 mio. kr. om året',
          reason:
            'Vi er ikke imod pengene, men et beløb uden et regnestykke hører ikke hjemme i en vision. Sæt det i et bilag.',
          likes: ['Daniel Ravnsø']
        },
        {
          side: 'rewrite',
          block: 'før bogbussen har kørt på stedet i et år',
          reason:
            'En ulempe må gerne få et svar med på vejen. Så ved man, hvad man mister, før man mister det.',
          likes: ['Mads Fjordby', 'Lone Hedemose', 'Niels Agerbo']
        }
      ]
    }
  },
  {
    key: 'noerrebro',
    region: 'koebenhavn',
    held: { day: -3, time: '19:30' },
    place: 'Beboerlokalet i Rantzausgade, København',
    attendance: 31,
    minutes:
      'Mødet drøftede visionen i fire grupper og samlede op i fællesskab. Der var ikke tid til at skrive en tekst, men fire bemærkninger blev vedtaget uden afstemning.',
    entered: { at: { day: -2, time: '17:12' }, by: 'Nanna Holmvig' },
    remarks: [
      {
        key: 'kbh-traengsel',
        on: { block: 'Ingen skal have mere end femten kilometer' },
        body: 'I byen er det ikke afstanden, der er for stor, men huset, der er for lille. Skriv også noget om, hvor mange mennesker et bibliotek kan være til for.'
      },
      {
        key: 'kbh-lektier',
        on: { block: 'et rum, hvor der er stille' },
        body: 'Ét stille rum er for lidt i et kvarter, hvor mange bor trangt. Der bør være læsepladser efter antallet af unge.'
      },
      {
        key: 'kbh-sprog',
        on: { block: 'Bøgerne er kernen' },
        body: 'Samlingen skal også have bøger på de sprog, der tales i kvarteret.'
      },
      {
        key: 'kbh-tak',
        body: 'Vi er glade for, at teksten siger, hvad den koster, og hvad der taler imod den. Det burde alle visioner gøre.'
      }
    ]
  }
];

export const letters: readonly DemoLetter[] = [
  {
    key: 'bogbussernes-venner',
    from: 'Bogbussernes Venner',
    received: { day: -4, time: '10:00' },
    entered: { at: { day: -3, time: '08:45' }, by: 'Sofie Pilholm' },
    on: { block: 'tilskud til tredive nye bogbusser' },
    body: `Kære arbejdsgruppe

Tak for tilliden til en bus. Vi har tre erfaringer, som I kan bruge eller lade ligge.

En bogbus holder i tolv år, men dækkene gør ikke. Regn driften med og ikke kun købet, ellers står den i en garage fra år to.

Giv bussen et navn, og lad børnene vælge det. Den bliver vasket oftere, når den hedder noget.

Lad den holde det samme sted, også når der ingen kommer. Tredje uge kommer der nogen.

Med venlig hilsen
Bogbussernes Venner`
  }
];
