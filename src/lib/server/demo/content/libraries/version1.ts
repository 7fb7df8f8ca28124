export const version1 = `## Visionens tekst

Biblioteket er det eneste hus i byen, hvor man kan komme ind uden at skulle købe noget, bestille tid eller fejle noget. Det hus vil vi beholde, og vi vil åbne det for flere.

Ingen skal have mere end tyve kilometer til et bibliotek. Hvor der er længere, kommer bogbussen mindst hver anden uge og holder så længe, at man kan nå både at låne, spørge og snakke.

Biblioteket skal være åbent, når folk har fri. Det vil sige hver lørdag og mindst to aftener om ugen. Timer uden personale er et godt tillæg, men de er ikke et bibliotek. Mindst femten timer om ugen skal der være en uddannet bibliotekar i huset, som man kan gå hen til.

I ethvert bibliotek skal der være et rum, hvor der er stille. Resten af huset må gerne lyde af mennesker.

Hver filial skal have en café med rimelige priser, gerne drevet af unge, der er på vej ind på arbejdsmarkedet. Kaffen er det, der får folk til at blive siddende.

Det skal være gratis at låne. Børn og unge under atten betaler heller ikke gebyr, når de afleverer for sent, og for voksne kan et gebyr aldrig blive højere, end bogen er værd.

Bøgerne er kernen. Hver filial skal have sin egen samling, købt ind af nogen, der kender egnen.

Samlingen skal være stor nok til, at man kan gå derfra med noget, man ikke vidste, at man ledte efter. Elektroniske lån kommer ved siden af og ikke i stedet.

Huset er også for den, der ikke læser så godt. Der skal være højtlæsning, lydbøger og film, og der skal være nogen, som kan hjælpe med et brev, en ansøgning eller en adgangskode uden at se på uret.

Alle skoler skal have et skolebibliotek med en voksen i. Hvor skolen er lille, kan den dele hus med folkebiblioteket, så børnene har en dør at gå ind ad, når sidste time er forbi.

Kommunen driver biblioteket, men postnummeret må ikke afgøre, hvor godt det er. Staten skal hjælpe, hvor kommunens penge ikke rækker.

## Tre konkrete forslag

### Femten timer med et menneske i huset

Vi vil skrive ind i loven, at enhver filial skal være bemandet mindst femten timer om ugen.

- Mindst fem af timerne ligger efter klokken 17 eller i weekenden.
- En filial, der deler hus med skole eller borgerservice, tæller kun de timer, hvor personalet er der for bibliotekets skyld.
- Frivillige kan holde åbent ud over de femten timer.

### Bogbussen tilbage på landevejen

Vi vil give tilskud til nye bogbusser, som kører efter en fast plan i de egne, hvor der er langt til nærmeste bibliotek.

- Bussen holder mindst en halv time hvert sted.
- Den har printer, skærm og en ansat, der kan hjælpe med det offentliges selvbetjening.
- Den holder også ved plejehjem og friskoler.

### Ét lånerkort til hele livet

Alle børn får et lånerkort i hånden, når de begynder i skole. Kortet gælder på alle folkebiblioteker i landet, det udløber ikke, og det kan bruges uden telefon.

Vi vil afskaffe børns gebyrer og lade bibliotekerne sende bøger til hinanden, uden at låneren skal betale for det.

## Tre ulemper

1. Bemandede timer koster. De penge kan ikke også bruges på skole eller ældrepleje.
2. Et krav fra staten tager noget af friheden fra de kommuner, som har fundet deres egen gode ordning med nøglekort og frivillige.
3. Et mindstekrav kan friste en kommune til at lukke en lille filial helt, fordi den ikke har råd til at bemande den.

## Baggrund

Siden kommunerne blev lagt sammen, er mange små filialer blevet lukket eller lavet om til rum, man låser sig ind i. Døren er åben i flere timer end før, men der er færre steder at gå hen og færre at spørge.

Samtidig kræver det mere at være borger. Post fra det offentlige, billetter og bankforretninger er flyttet over på en skærm, og den, der går i stå, går på biblioteket, fordi det er det sidste sted med en disk og et menneske bag den.

## Sådan er visionen blevet til

Arbejdet begyndte med en indkaldelse, hvor medlemmerne blev spurgt, hvad de selv bruger biblioteket til. Derefter besøgte arbejdsgruppen seks biblioteker, to bogbusser og et fængselsbibliotek.

Udkastet er skrevet hen over fire møder og sendt til høring, mens vi endnu ikke har regnet på, hvad det koster.

## Hvem har været inddraget

- Fire bibliotekarer og en chauffør fra en bogbus
- To skoleledere fra Vestjylland og Fyn
- Lånere i seks kommuner, spurgt ved disken
- Åbent Lands ældregruppe

## Visionsstillere

- Henrik Mosevang, Østjylland
- Sofie Pilholm, København
- Grethe Lyngvang, Vestjylland
`;
