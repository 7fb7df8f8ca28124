export const version2 = `## Visionens tekst

Biblioteket er det eneste hus i byen, hvor man kan komme ind uden at skulle købe noget, bestille tid eller fejle noget. Det hus vil vi beholde, og vi vil åbne det for flere.

Ingen skal have mere end femten kilometer til et bibliotek med bøger på hylderne og mennesker i huset. Hvor der er længere, kommer bogbussen mindst én gang om ugen og holder så længe, at man kan nå både at låne, spørge og snakke.

Biblioteket skal være åbent, når folk har fri. Det vil sige hver lørdag, mindst to aftener om ugen og søndag eftermiddag fra efterårsferie til påske.

Timer uden personale er et godt tillæg, men de er ikke et bibliotek. Mindst tyve timer om ugen skal der være en uddannet bibliotekar i huset, som man kan gå hen til, også når det, man søger, ikke er en bog.

Det skal være gratis at låne. Børn og unge under atten betaler heller ikke gebyr, når de afleverer for sent, og for voksne kan et gebyr aldrig blive højere, end bogen er værd.

Bøgerne er kernen. Hver filial skal have sin egen samling, købt ind af nogen, der kender egnen, og den skal være stor nok til, at man kan gå derfra med noget, man ikke vidste, at man ledte efter. Elektroniske lån kommer ved siden af og ikke i stedet.

Huset er også for den, der ikke læser så godt. Der skal være højtlæsning, lydbøger og film, og der skal være nogen, som kan hjælpe med et brev, en ansøgning eller en adgangskode uden at se på uret.

Alle skoler skal have et skolebibliotek med en voksen i. Hvor skolen er lille, kan den dele hus med folkebiblioteket, så børnene har en dør at gå ind ad, når sidste time er forbi.

I ethvert bibliotek skal der være et rum, hvor der er stille. Resten af huset må gerne lyde af mennesker.

De, der bruger biblioteket, skal være med til at bestemme over det. Hvert hus får et husråd af lånere, ansatte og frivillige, som bliver hørt om åbningstider og arrangementer, og som råder over en lille pulje.

Kommunen driver biblioteket, men postnummeret må ikke afgøre, hvor godt det er. Staten skal betale de merudgifter, som lange afstande og små filialer giver.

## Tre konkrete forslag

### Tyve timer med et menneske i huset

Vi vil skrive ind i loven, at enhver filial skal være bemandet mindst tyve timer om ugen fordelt på mindst fem dage. Kommuner, som har færre timer i dag, får tre år til at nå op på tallet.

- Mindst seks af timerne ligger efter klokken 17 eller i weekenden.
- En filial, der deler hus med skole eller borgerservice, tæller kun de timer, hvor personalet er der for bibliotekets skyld.
- Frivillige kan holde åbent ud over de tyve timer, men ikke i stedet for dem.

### Bogbussen tilbage på landevejen

Vi vil give tilskud til tredive nye bogbusser, som kører efter en fast plan i de egne, hvor der er langt til nærmeste bibliotek.

- Bussen holder mindst 45 minutter hvert sted og kommer på samme tid hver uge.
- Den holder også ved plejehjem, friskoler og havne.
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
