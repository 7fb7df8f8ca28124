/** What the meeting in Vestjylland put in place of the whole of version 2. */
export const vestjylland = `## Visionens tekst

Biblioteket er det eneste hus i byen, hvor man kan komme ind uden at skulle købe noget, bestille tid eller fejle noget. Det hus vil vi beholde, også i de byer, hvor skolen og købmanden er lukket.

Ingen skal have mere end femten kilometer ad vej til et bibliotek med bøger på hylderne. Hvor der er længere, kommer bogbussen mindst én gang om ugen og holder så længe, at man kan nå både at låne, spørge og snakke.

Kommunen driver biblioteket, men postnummeret må ikke afgøre, hvor godt det er. Staten skal betale de merudgifter, som lange afstande og små filialer giver.

Biblioteket skal være åbent, når folk har fri. Det vil sige hver lørdag, mindst to aftener om ugen og søndag eftermiddag fra efterårsferie til påske. Timer uden personale er et godt tillæg, men de er ikke nok. I gennemsnit femten timer om ugen, regnet over et år, skal der være en ansat i huset, som man kan gå hen til, også når det, man søger, ikke er en bog.

I de små byer er det de frivillige, der har holdt lys i vinduerne. De skal have en ansat at ringe til, en nøgle og et budget til kaffe, og ingen af dem må komme til at stå med ansvaret alene.

Det skal være gratis at låne. Børn og unge under atten betaler heller ikke gebyr, når de afleverer for sent, og for voksne kan et gebyr aldrig blive højere, end bogen er værd.

Bøgerne er kernen. Hver filial skal have sin egen samling, købt ind af nogen, der kender egnen.

Den skal være stor nok til, at man kan gå derfra med noget, man ikke vidste, at man ledte efter. Elektroniske lån kommer ved siden af og ikke i stedet, og de skal kunne lånes på samme vilkår i alle kommuner.

Huset er også for den, der ikke læser så godt. Der skal være højtlæsning, lydbøger og film, og der skal være nogen, som kan hjælpe med et brev, en ansøgning eller en adgangskode uden at se på uret.

Alle skoler skal have et skolebibliotek med en voksen i. Hvor skolen er lille, kan den dele hus med folkebiblioteket, så børnene har en dør at gå ind ad, når sidste time er forbi.

I ethvert bibliotek skal der være et rum, hvor der er stille. Resten af huset må gerne lyde af mennesker.

(Her har vi taget afsnittet om husråd ud, fordi vi i forvejen har et borgerforum, et lokalråd, en halbestyrelse og et ældreråd, og det er de samme ni mennesker, der sidder i dem alle.)

## Tre konkrete forslag

### Femten timer med et menneske i huset

Vi vil skrive ind i loven, at enhver filial skal være bemandet i gennemsnit femten timer om ugen, regnet over et år. Kommuner, som har færre timer i dag, får fem år til at nå op på tallet.

- Mindst fem af timerne ligger efter klokken 17 eller i weekenden.
- En filial, der deler hus med skole eller borgerservice, tæller kun de timer, hvor personalet er der for bibliotekets skyld.
- Frivillige kan holde åbent ud over de femten timer, men ikke i stedet for dem.

### Bogbussen tilbage på landevejen

Vi vil give tilskud til tredive nye bogbusser, som kører efter en fast plan i de egne, hvor der er langt til nærmeste bibliotek.

- Bussen holder mindst 45 minutter hvert sted og kommer på samme tid hver uge.
- Den holder også ved plejehjem, friskoler, havne og forsamlingshuse.
- Den har printer, skærm og en ansat, der kan hjælpe med det offentliges selvbetjening.

### Ét lånerkort til hele livet

Alle børn får et lånerkort i hånden, når de begynder i skole. Kortet gælder på alle folkebiblioteker i landet, det udløber ikke, og det kan bruges uden telefon.

Vi afsætter 40 mio. kr. om året til at afskaffe børns gebyrer og til at lade bibliotekerne sende bøger til hinanden, uden at låneren skal betale for det.

## Tre ulemper

1. Bemandede timer koster. Vi regner med 310 mio. kr. om året, når ordningen er fuldt indført, og de penge kan ikke også bruges på skole eller ældrepleje.
2. Et krav fra staten tager noget af friheden fra de kommuner, som har fundet deres egen gode ordning med nøglekort og frivillige.
3. Et mindstekrav kan friste en kommune til at lukke en lille filial helt, fordi den ikke har råd til at bemande den.

## Baggrund

Siden kommunerne blev lagt sammen, er mange små filialer blevet lukket eller lavet om til rum, man låser sig ind i. Døren er åben i flere timer end før, men der er færre steder at gå hen og færre at spørge.

Samtidig kræver det mere at være borger. Post fra det offentlige, billetter og bankforretninger er flyttet over på en skærm, og den, der går i stå, går på biblioteket, fordi det er det sidste sted med en disk og et menneske bag den.

## Sådan er visionen blevet til

Arbejdet begyndte med en indkaldelse, hvor medlemmerne blev spurgt, hvad de selv bruger biblioteket til. Derefter besøgte arbejdsgruppen seks biblioteker, to bogbusser og et fængselsbibliotek.

Det første udkast blev sendt tilbage af Politisk Forum, som bad os om at regne på prisen og om at give brugerne indflydelse på huset. De to ting er de vigtigste ændringer i dette udkast.

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
