import type { DemoHearing } from '../types.ts';

export const hearing: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -70, time: '08:30' }, by: 'Yusuf Elmetoft' },
  closes: { day: -55, time: '23:59' },
  closed: { at: { day: -54, time: '09:10' }, by: 'Yusuf Elmetoft' },
  invited: [
    { kind: 'region', name: 'Østjylland', region: 'oestjylland' },
    { kind: 'region', name: 'Sydjylland', region: 'sydjylland' },
    { kind: 'region', name: 'Nordsjælland', region: 'nordsjaelland' },
    { kind: 'group', name: 'Åbent Lands ungdom' },
    { kind: 'organisation', name: 'Foreningen Rundt om Bordet' }
  ],
  comments: [
    {
      key: 'det-samme-bord',
      author: 'Amina Havnsted',
      at: { day: -69, time: '19:44' },
      kind: 'support',
      on: { block: 'Alle børn skal spise ved et dækket bord', quote: 'det samme bord' },
      body: 'Jeg sad på toilettet i spisefrikvarteret i tre år. Jeg vil gerne have det her vedtaget, også selv om suppen bliver tynd.',
      likes: [
        'Jonas Kærvang',
        'Tove Engholt',
        'Lærke Hegnsdal',
        'Yusuf Elmetoft',
        'Nanna Holmvig',
        'Grethe Lyngvang'
      ],
      outcome: {
        disposition: 'noted',
        theme: 'bordet',
        answer: 'Tak. Det er af samme grund, at ingen må kunne se på et barn, hvad der er betalt.'
      }
    },
    {
      key: 'regningen-for-koekkener',
      author: 'Daniel Ravnsø',
      at: { day: -68, time: '22:50' },
      kind: 'concern',
      on: { block: 'Staten giver tilskud til at bygge' },
      body: 'Der står ikke ét beløb i visionen. Et skolekøkken, der må bruges til mange, koster let fire millioner, og der er over tusind skoler. Hvad skal vi lade være med i stedet?',
      likes: ['Rasmus Brinkhøj', 'Mads Fjordby', 'Niels Agerbo', 'Ole Kornvig'],
      outcome: {
        disposition: 'partly',
        theme: 'penge',
        answer:
          'Du har ret i, at der mangler tal. Vi har skrevet et skøn på 3,8 mia. kr. over otte år i vores bemærkninger til Politisk Forum, men det er for usikkert til at stå i teksten.'
      }
    },
    {
      key: 'laengere-dag',
      author: 'Fatma Vigsund',
      at: { day: -66, time: '17:15' },
      kind: 'concern',
      on: { block: 'Frokosten skal vare mindst 45 minutter', quote: 'lægges oven i skoledagen' },
      body: 'Børnene er der længe nok. Find tiden i det skema, der er, og lad matematiklæreren spise med. Der kan også regnes i en opskrift.',
      likes: [
        'Viggo Møllevang',
        'Grethe Lyngvang',
        'Mads Fjordby',
        'Lærke Hegnsdal',
        'Jonas Kærvang'
      ],
      replies: [
        {
          author: 'Grethe Lyngvang',
          at: { day: -66, time: '20:31' },
          body: 'Læreren vil gerne. Læreren vil også gerne have en pause, hvor ingen spilder.',
          likes: ['Fatma Vigsund', 'Tove Engholt']
        }
      ],
      outcome: {
        disposition: 'declined',
        theme: 'tiden',
        answer:
          'Vi har drøftet det to gange. Tages tiden fra undervisningen, bliver måltidet det første, der bliver sparet væk. Men vi kan se, at mange er uenige, og det skriver vi til Politisk Forum.'
      }
    },
    {
      key: 'madpakken',
      author: 'Viggo Møllevang',
      at: { day: -65, time: '07:20' },
      kind: 'concern',
      body: 'Den bedste madpakke er den, en far har smurt. Der er en omsorg i den, som I ikke kan lave i en gryde til tre hundrede. Lad det være et tilbud.',
      likes: ['Niels Agerbo', 'Mette Skovvang'],
      outcome: {
        disposition: 'declined',
        theme: 'bordet',
        answer:
          'Et tilbud bliver brugt af dem, der kan betale, og så er vi tilbage ved to borde. Vi forstår savnet, og derfor foreslår vi ikke at forbyde madpakken.'
      }
    },
    {
      key: 'egnens-raavarer',
      author: 'Niels Agerbo',
      at: { day: -63, time: '20:58' },
      kind: 'question',
      on: { block: 'Maden skal smage af noget', quote: 'fra egnen' },
      body: 'Hvor stor er en egn? Og hvad spiser man i februar ud over kål?',
      likes: ['Leif Tangmose', 'Peter Birkedam', 'Ole Kornvig'],
      outcome: {
        disposition: 'accepted',
        theme: 'bordet',
        answer:
          'I næste udkast bliver det halvdelen over et helt år og inden for hundrede kilometer. I februar spiser man kål, men også det, der blev frosset i august.'
      }
    },
    {
      key: 'plejehjemmet',
      author: 'Tove Engholt',
      at: { day: -61, time: '10:36' },
      kind: 'wording',
      on: { block: 'Om aftenen kan køkkenet bruges af ældre' },
      wording:
        'Om aftenen kan køkkenet bruges af ældre, som gerne vil spise i selskab, og plejehjemmets egen mad skal laves på plejehjemmet igen.',
      body: 'Maden på plejehjemmet bliver kørt hundrede kilometer under folie. Det burde stå her.',
      likes: ['Ole Kornvig', 'Nanna Holmvig', 'Leif Tangmose'],
      outcome: {
        disposition: 'outOfScope',
        answer:
          'Vi er enige, men plejehjemmenes køkkener er et emne for sig med andre regler og en anden regning.',
        referredTo: 'Visionen »Kendte ansigter« om ældrepleje'
      }
    },
    {
      key: 'hvad-koster-det',
      author: 'Rasmus Brinkhøj',
      at: { day: -58, time: '21:02' },
      kind: 'question',
      body: 'Hvad koster forslaget om køkkener, og hvor kommer pengene fra?',
      likes: ['Mads Fjordby'],
      outcome: {
        disposition: 'duplicate',
        duplicateOf: 'regningen-for-koekkener',
        theme: 'penge',
        answer: 'Samme spørgsmål som Daniel Ravnsøs. Det er besvaret der.'
      }
    }
  ],
  meetings: [],
  letters: [
    {
      key: 'rundt-om-bordet',
      from: 'Foreningen Rundt om Bordet',
      received: { day: -57, time: '13:00' },
      entered: { at: { day: -56, time: '10:45' }, by: 'Mette Skovvang' },
      on: { block: 'Kommunen åbner mindst ét skolekøkken' },
      body: 'Vi har lavet fællesspisning i nitten år og har lært, at to aftener er for meget at begynde med. Folk kommer ikke for maden. De kommer for at sidde ved siden af den samme som sidst. Begynd med én aften, og hold fast i den.',
      outcome: {
        disposition: 'accepted',
        theme: 'bordet',
        answer:
          'Det tager vi med i næste udkast: én fast aften om ugen, og flere, hvor der er kræfter til det.'
      }
    }
  ],
  themes: [
    {
      key: 'bordet',
      title: 'Det fælles bord',
      summary:
        'Næsten alle støtter tanken om et måltid, børnene er fælles om. Et enkelt høringssvar taler imod og for madpakken, og det bør læses.'
    },
    {
      key: 'penge',
      title: 'Hvad det koster',
      summary: 'To høringssvar efterlyser tal. Dem har arbejdsgruppen ikke haft.'
    },
    {
      key: 'tiden',
      title: 'Skoledagens længde',
      summary:
        'Flere, heriblandt en lærer, er imod en længere dag. Arbejdsgruppen holder fast, men er i tvivl.'
    }
  ],
  answersPublished: { at: { day: -45, time: '16:00' }, by: 'Yusuf Elmetoft' },
  report: {
    composed: { at: { day: -44, time: '18:20' }, by: 'Mette Skovvang' },
    foreword:
      'Otte høringssvar kan lyde af lidt, men de er skrevet af folk, der har spist i en skole. Tanken holder. Det gør regnestykket og skemaet ikke endnu, og det har vi ikke kunnet nå at løse.'
  },
  submission: {
    submitted: { at: { day: -43, time: '09:00' }, by: 'Yusuf Elmetoft' },
    version: 1,
    note: 'Udkastet indstilles, som det blev hørt. Et skøn over udgiften på 3,8 mia. kr. over otte år følger med som bemærkning.'
  },
  decision: {
    decided: { at: { day: -30, time: '20:10' }, by: 'Birthe Nordtoft' },
    outcome: 'returned',
    reason:
      'Politisk Forum er enigt om målet og ønsker visionen tilbage. Som teksten står, lover den mere, end den kan regne på, og den største uenighed i høringen er ikke løst.',
    wishes: [
      'Skriv udgiften ind i teksten, og vis, hvordan den kan tages over flere år.',
      'Undersøg, om tiden kan findes inden for den skoledag, der er, og spørg lærerne.',
      'Overvej, om forslaget om ældre skal have sin egen vision. Det er godt, men det får lov at stå i hjørnet.',
      'Beskriv, hvordan der tages hensyn til allergi og til religion uden særborde.'
    ]
  }
};
