import type { DemoComment } from '../types.ts';

export const comments: readonly DemoComment[] = [
  {
    key: 'knaeene',
    author: 'Tove Engholt',
    at: { day: -187, time: '18:20' },
    kind: 'support',
    on: { block: 'Man skal kunne blive boende', quote: 'når knæene ikke vil mere' },
    body: 'Tredje sal uden elevator. Jeg har bedt mine børn om at holde op med at sige, at jeg bare kan flytte.',
    likes: ['Ole Kornvig', 'Viggo Møllevang', 'Lone Hedemose', 'Nanna Holmvig'],
    outcome: {
      disposition: 'noted',
      theme: 'blive',
      answer:
        'Tak. Din sætning fik os til at skrive et afsnit om elevatorer. Se også svaret til Nanna Holmvig.'
    }
  },
  {
    key: 'elevator',
    author: 'Nanna Holmvig',
    at: { day: -186, time: '20:45' },
    kind: 'wording',
    on: { block: 'Vi bygger hellere om end nyt' },
    wording:
      'Vi bygger hellere om end nyt. Den, der vil rive et helt hus ned, skal først vise, at det ikke kan bruges. Bygges der om, skal alle kunne komme ind og op.',
    body: 'Knæene er nævnt i første linje og derefter ikke mere.',
    likes: ['Tove Engholt', 'Amina Havnsted', 'Jonas Kærvang'],
    outcome: {
      disposition: 'accepted',
      theme: 'blive',
      answer:
        'Imødekommet med et nyt afsnit om elevatorer i ældre etageejendomme, sidst i visionens tekst.'
    }
  },
  {
    key: 'fjerdedel-paa-landet',
    author: 'Rasmus Brinkhøj',
    at: { day: -186, time: '09:12' },
    kind: 'concern',
    on: { block: 'Når der bygges nyt', quote: 'en fjerdedel af boligerne' },
    body: 'I min landsby blev der bygget to huse sidste år. En fjerdedel af to er et halvt, og et halvt alment hus er der ingen, der kan bo i.',
    likes: ['Niels Agerbo', 'Peter Birkedam', 'Leif Tangmose', 'Lone Hedemose'],
    outcome: {
      disposition: 'accepted',
      theme: 'alment',
      answer:
        'Kravet gælder nu kun, når der bygges mere end tyve boliger, og landsbyer kan opfylde det med huse, der står der.'
    }
  },
  {
    key: 'en-tredjedel',
    author: 'Amina Havnsted',
    at: { day: -184, time: '21:15' },
    kind: 'wording',
    on: { block: 'Når der bygges nyt', quote: 'en fjerdedel' },
    wording: 'en tredjedel',
    body: 'En fjerdedel er omtrent det, vi har i forvejen. Hvis kvartererne skal blive mere blandede, skal tallet være højere.',
    likes: ['Yusuf Elmetoft', 'Jonas Kærvang', 'Sofie Pilholm'],
    outcome: {
      disposition: 'declined',
      theme: 'alment',
      answer:
        'Vi deler målet. En tredjedel vil efter vores vurdering flytte byggeriet til nabokommunen, og så er der ingen boliger at blande. Vi har skrevet indvendingen ind i notatet, så Politisk Forum ser den.'
    }
  },
  {
    key: 'hvilken-vurdering',
    author: 'Ole Kornvig',
    at: { day: -184, time: '10:40' },
    kind: 'question',
    on: { block: 'Tomme huse skal bruges', quote: 'til vurderingen' },
    body: 'Hvilken? Der er den offentlige, bankens og naboens.',
    likes: ['Daniel Ravnsø'],
    outcome: {
      disposition: 'accepted',
      theme: 'tomme',
      answer: 'Den offentlige. Det står der nu.'
    }
  },
  {
    key: 'arvingerne',
    author: 'Fatma Vigsund',
    at: { day: -182, time: '19:33' },
    kind: 'concern',
    on: { block: 'Tomme huse skal bruges', quote: 'to år' },
    body: 'Da min far døde, tog det treogtyve måneder at blive enige. Huset stod tomt, men det var ikke forladt. Vi skulle lige kunne tåle at tømme det.',
    likes: [
      'Tove Engholt',
      'Viggo Møllevang',
      'Mette Skovvang',
      'Lone Hedemose',
      'Grethe Lyngvang'
    ],
    outcome: {
      disposition: 'accepted',
      theme: 'tomme',
      answer: 'Fristen løber ikke længere, mens et dødsbo bliver gjort op.'
    }
  },
  {
    key: 'sommerhuset',
    author: 'Leif Tangmose',
    at: { day: -181, time: '17:50' },
    kind: 'question',
    on: { block: 'Tomme huse skal bruges' },
    body: 'Gælder det også helårshuse, der bliver brugt som sommerhuse? Heroppe er hver tredje lampe slukket fra oktober.',
    likes: ['Søren Klitmark', 'Lærke Hegnsdal'],
    outcome: {
      disposition: 'outOfScope',
      answer:
        'Spørgsmålet er vigtigt, men bopælspligt og ferieboliger har deres egne regler, og dem har vi ikke arbejdet med her.',
      referredTo: 'Den kommende vision om kyst og ferieland'
    }
  },
  {
    key: 'graa-energi',
    author: 'Mads Fjordby',
    at: { day: -180, time: '12:08' },
    kind: 'support',
    on: { block: 'Vi bygger hellere om end nyt' },
    body: 'Et hus, der står, har brugt sin beton. Det er det billigste klimaforslag, partiet har.',
    likes: ['Lærke Hegnsdal', 'Daniel Ravnsø', 'Sofie Pilholm'],
    outcome: {
      disposition: 'noted',
      theme: 'tomme',
      answer:
        'Tak. Det er også derfor, afsnittet står i visionens tekst og ikke kun som et forslag.'
    }
  },
  {
    key: 'skimmel',
    author: 'Viggo Møllevang',
    at: { day: -179, time: '08:55' },
    kind: 'concern',
    on: { block: 'Vi bygger hellere om end nyt', quote: 'at det ikke kan bruges' },
    body: 'Alt kan bruges, hvis man er ligeglad med lungerne. Der skal stå noget om skimmel og bly, og kommunen skal betale undersøgelsen.',
    likes: ['Nanna Holmvig', 'Ole Kornvig'],
    outcome: {
      disposition: 'partly',
      theme: 'tomme',
      answer:
        'Huse, der er farlige at bo i, kan rives ned. Det står der nu. Udgiften til undersøgelsen lader vi ligge hos ejeren, fordi det er ejeren, der vil rive ned.'
    }
  },
  {
    key: 'garantiens-pris',
    author: 'Daniel Ravnsø',
    at: { day: -178, time: '22:31' },
    kind: 'concern',
    on: { block: 'Staten garanterer for den del af lånet' },
    body: 'Banken siger ikke nej uden grund. Hvis staten overtager præcis den del, som banken ikke tør røre, overtager den også alle tabene. Sæt et loft og en udløbsdato.',
    likes: ['Rasmus Brinkhøj', 'Mette Skovvang', 'Niels Agerbo'],
    outcome: {
      disposition: 'partly',
      theme: 'garanti',
      answer:
        'Garantien falder nu bort efter ti år, og husstandene hæfter hver for sig. Et loft i kroner har vi ikke sat, fordi byggepriserne er for forskellige fra egn til egn.'
    }
  },
  {
    key: 'garantien-igen',
    author: 'Niels Agerbo',
    at: { day: -176, time: '20:02' },
    kind: 'concern',
    on: { block: 'Bofællesskaber skal være lige så lette' },
    body: 'Hvem betaler, når to af de ti familier går fra hinanden? Der mangler en grænse for, hvad staten hænger på.',
    likes: ['Peter Birkedam'],
    outcome: {
      disposition: 'duplicate',
      duplicateOf: 'garantiens-pris',
      theme: 'garanti',
      answer: 'Samme indvending som Daniel Ravnsøs. Den er besvaret der.'
    }
  },
  {
    key: 'studieboliger',
    author: 'Jonas Kærvang',
    at: { day: -175, time: '23:40' },
    kind: 'concern',
    body: 'Der mangler et afsnit om studieboliger. Jeg bor på ni kvadratmeter og er glad for dem, men jeg er 31.',
    likes: ['Lærke Hegnsdal', 'Amina Havnsted'],
    outcome: {
      disposition: 'outOfScope',
      answer:
        'Studieboliger hænger sammen med støtte og optag, og det kan ikke klares med et enkelt afsnit.',
      referredTo: 'Det politiske laboratorium om unge og uddannelse'
    }
  },
  {
    key: 'lejeloft',
    author: 'Yusuf Elmetoft',
    at: { day: -173, time: '19:27' },
    kind: 'wording',
    on: { block: 'nogle til leje, nogle til eje' },
    wording:
      'Derfor skal der i hvert kvarter og hver landsby være flere slags boliger: nogle til leje, nogle til eje og nogle, man ejer sammen. Ingen husleje må stige mere end lønningerne.',
    body: 'Det hjælper ikke, at boligen findes, hvis den koster det halve af lønnen.',
    likes: ['Amina Havnsted', 'Jonas Kærvang', 'Tove Engholt', 'Sofie Pilholm'],
    outcome: {
      disposition: 'declined',
      theme: 'alment',
      answer:
        'Arbejdsgruppen var delt, to mod en. Flertallet mener, at et loft vil få udlejere til at sælge, så der bliver færre boliger til leje. Mindretallet står ved dit forslag.'
    }
  }
];
