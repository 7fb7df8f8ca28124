import type { DemoComment } from '../types.ts';

/** What members say to version 2 while it is in hearing. */
export const comments: readonly DemoComment[] = [
  {
    key: 'et-halvt-aar',
    author: 'Tove Engholt',
    at: { day: -9, time: '19:05' },
    kind: 'support',
    on: { block: 'det eneste hus i byen' },
    body: 'Da min mand døde, gik jeg på biblioteket hver formiddag i et halvt år. Ingen spurgte, hvad jeg lavede der. Lad den sætning stå, som den er.',
    likes: [
      'Jonas Kærvang',
      'Amina Havnsted',
      'Ole Kornvig',
      'Lærke Hegnsdal',
      'Grethe Lyngvang',
      'Fatma Vigsund',
      'Søren Klitmark',
      'Nanna Holmvig',
      'Mads Fjordby'
    ],
    replies: [
      {
        author: 'Viggo Møllevang',
        at: { day: -8, time: '08:14' },
        body: 'Tak, fordi du skriver det. Her er det nogle mænd ved avisbordet, der sidder sådan. De læser den samme side længe.',
        likes: ['Tove Engholt', 'Lone Hedemose']
      }
    ]
  },
  {
    key: 'en-fjord-imellem',
    author: 'Leif Tangmose',
    at: { day: -9, time: '20:31' },
    kind: 'question',
    on: { block: 'kommer bogbussen mindst én gang om ugen', quote: 'femten kilometer' },
    body: 'I fugleflugt eller ad vejen? Hos os er der en fjord imellem. Er man måge, er der ni kilometer til biblioteket. Kører man bil, er der 34.',
    likes: ['Søren Klitmark', 'Lærke Hegnsdal', 'Peter Birkedam', 'Niels Agerbo', 'Ole Kornvig'],
    replies: [
      {
        author: 'Henrik Mosevang',
        at: { day: -9, time: '21:10' },
        body: 'Ad vejen. Det har vi tænkt hele tiden, og det er ikke det, der står.',
        likes: ['Leif Tangmose'],
        replies: [
          {
            author: 'Leif Tangmose',
            at: { day: -9, time: '21:22' },
            body: 'Så skriv det, før en embedsmand får øje på mågen.',
            likes: ['Henrik Mosevang', 'Sofie Pilholm', 'Tove Engholt', 'Jonas Kærvang']
          }
        ]
      }
    ]
  },
  {
    key: 'maal-det-i-tid',
    author: 'Lærke Hegnsdal',
    at: { day: -7, time: '16:48' },
    kind: 'wording',
    on: {
      block: 'kommer bogbussen mindst én gang om ugen',
      quote: 'mere end femten kilometer til et bibliotek'
    },
    wording: 'mere end en halv times rejse uden bil til et bibliotek',
    body: 'Jeg er sytten og har ikke kørekort. For mig er femten kilometer enten tyve minutter eller en hel eftermiddag, alt efter, om der går en bus.',
    likes: ['Amina Havnsted', 'Yusuf Elmetoft', 'Tove Engholt', 'Jonas Kærvang', 'Daniel Ravnsø'],
    replies: [
      {
        author: 'Ole Kornvig',
        at: { day: -7, time: '19:03' },
        body: 'Rejsetid er det rigtige mål, men det ændrer sig, hver gang køreplanen gør. Så kan en kommune miste et bibliotek, fordi et busselskab sparer en afgang.'
      },
      {
        author: 'Lærke Hegnsdal',
        at: { day: -6, time: '15:20' },
        body: 'Eller omvendt: Så kan kommunen ikke spare afgangen, fordi den skal holde loven om biblioteket.',
        likes: ['Leif Tangmose', 'Mads Fjordby']
      }
    ]
  },
  {
    key: 'noeglekortet',
    author: 'Niels Agerbo',
    at: { day: -8, time: '22:17' },
    kind: 'concern',
    on: { block: 'Timer uden personale er et godt tillæg', quote: 'men de er ikke et bibliotek' },
    body: `Jeg er alene om det her, så vidt jeg kan se, og derfor tillader jeg mig at skrive lidt længere.

I vores by er der 640 mennesker. Biblioteket ligger i den gamle sparekasse. Det er åbent fra seks om morgenen til ti om aftenen hver dag, og der er personale fire timer om tirsdagen. Resten af tiden låser vi os ind med sygesikringskortet. Der er strikkeaften, lektiehjælp, skak og et hold, der lærer polsk. Ingen af dem var kommet, hvis huset havde været åbent tyve timer om ugen, sådan som det var før, for dengang lukkede det klokken fem.

Nu skriver I til os, at det ikke er et bibliotek. Hvad er det så?

Jeg er ikke imod bibliotekarer. Hende, der kommer om tirsdagen, er det bedste, der er sket for byen, siden vi fik fjernvarme. Men regner man på det, koster otte hundrede ekstra timer om året mere end alt det andet til sammen, og vores byråd vil ikke betale. Det vil lukke os og sende bussen. Det står i jeres egen tredje ulempe, og så går I videre til baggrunden, som om det var klaret.

Et krav, der er rigtigt i en by med tolv tusind indbyggere, kan være det, der lukker huset i en by med seks hundrede. Skriv, at der skal være en bibliotekar, som kender huset og kommer der hver uge. Lad byen selv om, hvor mange timer det bliver til.`,
    likes: ['Peter Birkedam', 'Rasmus Brinkhøj'],
    replies: [
      {
        author: 'Sofie Pilholm',
        at: { day: -7, time: '07:52' },
        body: 'Du har ret i, at ordene er for hårde, og det retter vi. Men jeg har også set den anden slags: et lokale med kortlæser, hvor der ikke har været et menneske siden januar. Det hedder også bibliotek, og tallet er det eneste, der skiller jeres fra det.',
        likes: ['Amina Havnsted', 'Grethe Lyngvang', 'Kasper Stenvig'],
        replies: [
          {
            author: 'Niels Agerbo',
            at: { day: -7, time: '12:40' },
            body: 'Så lad tallet gælde for dem, der ikke har andet. Vi kan godt vise jer en kalender.',
            likes: ['Peter Birkedam', 'Ole Kornvig', 'Leif Tangmose']
          }
        ]
      },
      {
        author: 'Amina Havnsted',
        at: { day: -6, time: '21:35' },
        body: 'Jeg ville ikke turde låse mig ind i et tomt hus klokken ni om aftenen, og jeg ville ikke lade min datter gøre det. Åbent er ikke det samme for alle.',
        likes: ['Tove Engholt', 'Nanna Holmvig', 'Lærke Hegnsdal', 'Fatma Vigsund', 'Sofie Pilholm']
      }
    ]
  },
  {
    key: 'uddannet-bibliotekar',
    author: 'Amina Havnsted',
    at: { day: -8, time: '12:26' },
    kind: 'question',
    on: { block: 'Timer uden personale er et godt tillæg', quote: 'uddannet bibliotekar' },
    body: 'Hvem tæller med? Hos os er den bedste i huset børneformidler og uddannet pædagog. Hun kender hvert barn i kvarteret.',
    likes: ['Yusuf Elmetoft', 'Jonas Kærvang', 'Tove Engholt'],
    replies: [
      {
        author: 'Kasper Stenvig',
        at: { day: -7, time: '10:15' },
        body: 'Vi har ment en fagligt uddannet ansat. Hvor grænsen går, har vi ikke drøftet, så spørgsmålet går med i bunken.'
      }
    ]
  },
  {
    key: 'soendag-hele-aaret',
    author: 'Mads Fjordby',
    at: { day: -8, time: '17:44' },
    kind: 'wording',
    on: {
      block: 'åbent, når folk har fri',
      quote: 'søndag eftermiddag fra efterårsferie til påske'
    },
    wording: 'søndag eftermiddag hele året',
    body: 'Søndagen er lang for den, der er alene, også i juli. Da er naboerne oven i købet rejst.',
    likes: ['Tove Engholt', 'Viggo Møllevang', 'Jonas Kærvang', 'Nanna Holmvig'],
    replies: [
      {
        author: 'Ole Kornvig',
        at: { day: -7, time: '09:31' },
        body: 'Jeg har været frivillig vagt om søndagen i elleve år. Fra maj til september talte vi fire besøgende i gennemsnit, og de to var min kone og mig. Brug pengene om vinteren.',
        likes: ['Rasmus Brinkhøj', 'Niels Agerbo', 'Mads Fjordby']
      }
    ]
  },
  {
    key: 'laan-og-erstatning',
    author: 'Jonas Kærvang',
    at: { day: -6, time: '22:08' },
    kind: 'wording',
    on: {
      block: 'Det skal være gratis at låne',
      quote: 'højere, end bogen er værd'
    },
    wording: 'højere, end en brugt bog af samme slags koster',
    body: 'Hvad er en tolv år gammel billedbog med bidemærker værd? Biblioteket regner prisen som ny. Skriv det, så det kan regnes ud.',
    edited: {
      at: { day: -5, time: '07:30' },
      before:
        'Hvad er en tolv år gammel billedbog med bidemærker værd? Sidst betalte vi 249 kroner. Det er groft.'
    },
    likes: ['Amina Havnsted', 'Lærke Hegnsdal', 'Mads Fjordby']
  },
  {
    key: 'hvem-kender-egnen',
    author: 'Ole Kornvig',
    at: { day: -6, time: '10:12' },
    kind: 'concern',
    on: { block: 'Bøgerne er kernen', quote: 'købt ind af nogen, der kender egnen' },
    body: 'Det lyder smukt, men fælles indkøb blev indført, fordi det er billigere og bredere. Før da fik vi alt om slægtsgårde og intet på andre sprog, for det var de to på indkøb glade for.',
    likes: ['Yusuf Elmetoft', 'Sofie Pilholm'],
    replies: [
      {
        author: 'Grethe Lyngvang',
        at: { day: -5, time: '13:50' },
        body: 'Man kan gøre begge dele: Køb grundstammen i fællesskab, og lad filialen selv råde over en femtedel.',
        likes: ['Ole Kornvig', 'Tove Engholt', 'Niels Agerbo', 'Mette Skovvang']
      }
    ]
  },
  {
    key: 'ventetid-paa-e-boeger',
    author: 'Nanna Holmvig',
    at: { day: -5, time: '20:56' },
    kind: 'concern',
    on: {
      block: 'Bøgerne er kernen',
      quote: 'Elektroniske lån kommer ved siden af og ikke i stedet'
    },
    body: 'Jeg ser dårligt og læser på skærm, fordi jeg selv kan gøre bogstaverne store. For mig er det papiret, der er ved siden af. Sætningen gør en hel gruppe læsere til et tillæg.',
    likes: [
      'Amina Havnsted',
      'Daniel Ravnsø',
      'Lærke Hegnsdal',
      'Søren Klitmark',
      'Jonas Kærvang',
      'Fatma Vigsund'
    ]
  },
  {
    key: 'uret',
    author: 'Yusuf Elmetoft',
    at: { day: -5, time: '18:19' },
    kind: 'concern',
    on: { block: 'Huset er også for den', quote: 'uden at se på uret' },
    body: 'Jeg har stået bag sådan en disk. Der er altid en, der skal bruge to minutter, og en, der skal bruge to timer, og den næste i køen skal nå bussen. Skriv hellere, at der skal være to på vagt.',
    likes: ['Grethe Lyngvang', 'Amina Havnsted', 'Tove Engholt']
  },
  {
    key: 'digital-post',
    author: 'Viggo Møllevang',
    at: { day: -5, time: '09:02' },
    kind: 'concern',
    on: { block: 'Huset er også for den', quote: 'en adgangskode' },
    body: 'En bibliotekar skal ikke kende andres adgangskoder.',
    withdrawn: { day: -4, time: '11:47' },
    replies: [
      {
        author: 'Kasper Stenvig',
        at: { day: -4, time: '08:33' },
        body: 'Det er vi enige i. Der er forskel på at hjælpe nogen med at lave en kode og at skrive den ned for dem. Vi finder et andet ord.',
        likes: ['Viggo Møllevang', 'Nanna Holmvig']
      }
    ]
  },
  {
    key: 'sidste-time',
    author: 'Yusuf Elmetoft',
    at: { day: -8, time: '15:37' },
    kind: 'support',
    on: { block: 'Alle skoler skal have et skolebibliotek' },
    body: 'Mine drenge er elleve og tretten og for store til fritidshjem. Mellem to og halv fem er biblioteket deres. Det er den bedste halvdel af visionen.',
    likes: ['Amina Havnsted', 'Tove Engholt', 'Grethe Lyngvang', 'Mads Fjordby']
  },
  {
    key: 'fremmede-paa-skolen',
    author: 'Fatma Vigsund',
    at: { day: -4, time: '19:40' },
    kind: 'concern',
    on: {
      block: 'Alle skoler skal have et skolebibliotek',
      quote: 'kan den dele hus med folkebiblioteket'
    },
    body: 'Det har vi prøvet. Om formiddagen sagde skolen nej til fremmede voksne på gangene, og om eftermiddagen sagde de voksne nej til larmen. Det endte med to døre, to skilte og ét sæt bøger, som ingen kunne nå.',
    likes: ['Viggo Møllevang', 'Rasmus Brinkhøj'],
    replies: [
      {
        author: 'Grethe Lyngvang',
        at: { day: -4, time: '21:05' },
        body: 'Hos os gik det, fordi huset blev bygget til det. Forskellen er et toilet og en indgang til 900.000 kroner. Det burde stå i regnestykket.',
        likes: ['Fatma Vigsund', 'Daniel Ravnsø', 'Henrik Mosevang']
      }
    ]
  },
  {
    key: 'stilheden',
    author: 'Amina Havnsted',
    at: { day: -3, time: '17:22' },
    kind: 'support',
    on: { block: 'et rum, hvor der er stille' },
    body: 'Vi var seks hjemme i tre værelser. Jeg læste til eksamen på en læsesal. De to linjer er hele grunden til, at jeg er med i et parti.',
    likes: [
      'Jonas Kærvang',
      'Tove Engholt',
      'Sofie Pilholm',
      'Nanna Holmvig',
      'Lærke Hegnsdal',
      'Henrik Mosevang',
      'Yusuf Elmetoft'
    ]
  },
  {
    key: 'hvem-vaelger-husraadet',
    author: 'Rasmus Brinkhøj',
    at: { day: -7, time: '20:20' },
    kind: 'question',
    on: { block: 'De, der bruger biblioteket', quote: 'et husråd' },
    body: 'Hvem vælger det, hvor længe sidder man, og hvor stor er puljen? Uden de tre svar bliver det dem, der har tid, som bestemmer.',
    likes: ['Niels Agerbo', 'Viggo Møllevang', 'Lone Hedemose', 'Ole Kornvig']
  },
  {
    key: 'endnu-et-raad',
    author: 'Leif Tangmose',
    at: { day: -6, time: '08:05' },
    kind: 'concern',
    on: { block: 'De, der bruger biblioteket' },
    body: 'Et råd til. Man kunne også spørge folk ved disken, sådan som I selv gjorde.',
    likes: ['Niels Agerbo', 'Peter Birkedam', 'Ole Kornvig'],
    replies: [
      {
        author: 'Lærke Hegnsdal',
        at: { day: -6, time: '15:41' },
        body: 'Det er kun spild, hvis man allerede bliver hørt. Jeg har aldrig siddet i noget råd, og ingen har spurgt mig ved nogen disk.',
        likes: ['Amina Havnsted', 'Mads Fjordby', 'Tove Engholt']
      }
    ]
  },
  {
    key: 'hvad-er-en-merudgift',
    author: 'Rasmus Brinkhøj',
    at: { day: -5, time: '21:14' },
    kind: 'question',
    on: { block: 'Kommunen driver biblioteket', quote: 'merudgifter' },
    body: 'I forhold til hvad? Hvis det er i forhold til det, man bruger nu, får den kommune mest, som har sparet mest.',
    likes: ['Daniel Ravnsø', 'Mette Skovvang', 'Mads Fjordby']
  },
  {
    key: 'frivillige-i-stedet',
    author: 'Niels Agerbo',
    at: { day: -4, time: '22:02' },
    kind: 'wording',
    on: { block: 'Frivillige kan holde åbent' },
    wording:
      'Frivillige kan holde åbent ud over de bemandede timer, og i byer med under tusind indbyggere kan de stå for halvdelen af dem sammen med en ansat, som de kan ringe til.',
    body: 'En mellemvej, hvis tallet skal blive stående. Den koster det halve hos os, og huset overlever.',
    likes: ['Peter Birkedam', 'Leif Tangmose', 'Ole Kornvig', 'Rasmus Brinkhøj'],
    replies: [
      {
        author: 'Sofie Pilholm',
        at: { day: -3, time: '09:26' },
        body: 'Den tager jeg med til næste møde i arbejdsgruppen. Hvem har ansvaret, når den ansatte ikke tager telefonen?'
      }
    ]
  },
  {
    key: 'borgerservice',
    author: 'Mette Skovvang',
    at: { day: -4, time: '11:18' },
    kind: 'support',
    on: { block: 'En filial, der deler hus med skole eller borgerservice' },
    body: 'Vigtigt punkt. Hos os tæller kommunen pas og kørekort med som bibliotekstimer. Der er åbent i 30 timer, men det er svært at finde nogen, der har læst en bog.',
    likes: ['Mads Fjordby', 'Grethe Lyngvang']
  },
  {
    key: 'tre-kvarter',
    author: 'Peter Birkedam',
    at: { day: -3, time: '13:09' },
    kind: 'wording',
    on: { block: 'Bussen holder mindst 45 minutter', quote: 'mindst 45 minutter' },
    wording: 'mindst en time',
    body: 'Jeg kørte med bussen en hel dag. Efter tre kvarter var køen væk, og det var først da, folk begyndte at snakke.',
    likes: ['Niels Agerbo', 'Lærke Hegnsdal']
  },
  {
    key: 'alene-i-bussen',
    author: 'Tove Engholt',
    at: { day: -3, time: '10:33' },
    kind: 'question',
    on: { block: 'Den har printer, skærm og en ansat' },
    body: 'Er det chaufføren, der er den ansatte, eller er de to? Man kan ikke både bakke en bus ud af en gårdsplads og hjælpe med en boligansøgning.',
    likes: ['Leif Tangmose', 'Yusuf Elmetoft', 'Søren Klitmark']
  },
  {
    key: 'uden-telefon',
    author: 'Viggo Møllevang',
    at: { day: -2, time: '09:48' },
    kind: 'support',
    on: {
      block: 'Alle børn får et lånerkort i hånden',
      quote: 'det kan bruges uden telefon'
    },
    body: 'Fem ord, som jeg gerne så i flere visioner.',
    edited: {
      at: { day: -2, time: '09:55' },
      before: 'Seks ord, som jeg gerne så i flere visioner.'
    },
    likes: ['Tove Engholt', 'Nanna Holmvig', 'Leif Tangmose', 'Ole Kornvig']
  },
  {
    key: 'den-tredje-ulempe',
    author: 'Mads Fjordby',
    at: { day: -2, time: '20:37' },
    kind: 'concern',
    on: { block: 'Et mindstekrav kan friste en kommune' },
    body: 'Det er den vigtigste indvending mod hele visionen, og den får ét punktum. Hvis vi ikke har et svar, bør vi ikke have et mindstekrav. Kan det ikke forbydes at lukke en filial, før der har været en høring i byen?',
    likes: ['Niels Agerbo', 'Rasmus Brinkhøj', 'Mette Skovvang', 'Lone Hedemose'],
    replies: [
      {
        author: 'Daniel Ravnsø',
        at: { day: -1, time: '07:19' },
        body: 'En høring udsætter lukningen. Den betaler ikke for bemandingen.',
        likes: ['Rasmus Brinkhøj']
      }
    ]
  },
  {
    key: 'regnestykket',
    author: 'Daniel Ravnsø',
    at: { day: -2, time: '23:11' },
    kind: 'question',
    on: { block: 'Bemandede timer koster', quote: '310 mio. kr. om året' },
    body: `Jeg har prøvet at regne efter og lander et andet sted. Mine forudsætninger er disse:

- 430 filialer, hvoraf de 260 i dag har under tyve bemandede timer,
- i gennemsnit ni manglende timer om ugen i hver af dem,
- 52 uger og en timepris på 330 kr. med pension og vikarer.

Det giver godt 40 mio. kr. om året. Lægger man bogbusserne til, kommer man op på omkring 110. Hvor kommer resten fra? Regnearket ligger på [example.org/bibliotekstimer](https://example.org/bibliotekstimer), så andre kan rette i det.`,
    likes: ['Rasmus Brinkhøj', 'Henrik Mosevang', 'Ole Kornvig', 'Niels Agerbo', 'Mette Skovvang'],
    replies: [
      {
        author: 'Henrik Mosevang',
        at: { day: -1, time: '16:05' },
        body: 'Vi har regnet med to på vagt hele tiden og med søndagene til dobbelt løn. Du har sparet en person. Vi lægger tallene frem senest på torsdag, så de kan ses ved siden af hinanden.',
        likes: ['Daniel Ravnsø', 'Yusuf Elmetoft', 'Rasmus Brinkhøj']
      }
    ]
  },
  {
    key: 'faengslet',
    author: 'Ole Kornvig',
    at: { day: -1, time: '14:28' },
    kind: 'question',
    on: { block: 'Derefter besøgte arbejdsgruppen', quote: 'et fængselsbibliotek' },
    body: 'Hvad lærte I der? Der står ikke et ord om det i resten af teksten, og der er ingen steder, hvor der bliver læst mere.',
    likes: ['Tove Engholt']
  },
  {
    key: 'biblioteket-kommer',
    author: 'Søren Klitmark',
    at: { day: -1, time: '19:50' },
    kind: 'concern',
    body: 'Visionen bør have et afsnit om dem, der ikke kan komme ud: syge, plejehjemsbeboere, folk på de små øer. Der var engang en ordning, som hed »Biblioteket kommer«, og den koster en cykel og en taske.',
    likes: ['Nanna Holmvig', 'Leif Tangmose', 'Tove Engholt']
  },
  {
    key: 'det-hele-taget',
    author: 'Grethe Lyngvang',
    at: { day: -1, time: '22:15' },
    kind: 'support',
    body: 'Jeg er selv visionsstiller, så det tæller ikke så meget. Men jeg har aldrig før siddet i en høring, hvor nogen har kørt med bussen for at kunne svare.',
    likes: ['Peter Birkedam', 'Tove Engholt']
  }
];
