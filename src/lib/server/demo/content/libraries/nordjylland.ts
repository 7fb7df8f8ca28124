/** What the meeting in Nordjylland put in place of two sections of version 2. */
export const nordjylland = `## Tre konkrete forslag

### Tyve timer med et menneske i huset

Vi vil skrive ind i loven, at enhver filial skal være bemandet mindst tyve timer om ugen fordelt på mindst fem dage. Kommuner, som har færre timer i dag, får tre år til at nå op på tallet.

- Mindst seks af timerne ligger efter klokken 17 eller i weekenden.
- En filial, der deler hus med skole eller borgerservice, tæller kun de timer, hvor personalet er der for bibliotekets skyld.
- Frivillige kan holde åbent ud over de tyve timer, men ikke i stedet for dem.

### Bogbussen tilbage på landevejen

Vi vil give tilskud til halvtreds nye bogbusser, som kører efter en fast plan i de egne, hvor der er langt til nærmeste bibliotek. Planen lægges, så bussen passer med færger og skolebusser.

- Bussen holder mindst 45 minutter hvert sted og kommer på samme tid hver uge, også i skolernes ferier.
- Den holder også ved plejehjem, friskoler, havne og på øer med færge.
- Den har printer, skærm og en ansat ud over chaufføren, der kan hjælpe med det offentliges selvbetjening.

### Ét lånerkort til hele livet

Alle børn får et lånerkort i hånden, når de begynder i skole. Kortet gælder på alle folkebiblioteker i landet, det udløber ikke, og det kan bruges uden telefon.

## Tre ulemper

1. Bemandede timer koster. Vi regner med 310 mio. kr. om året, når ordningen er fuldt indført, og de penge kan ikke også bruges på skole eller ældrepleje.
2. Et krav fra staten tager noget af friheden fra de kommuner, som har fundet deres egen gode ordning med nøglekort og frivillige.
3. Et mindstekrav kan friste en kommune til at lukke en lille filial helt, fordi den ikke har råd til at bemande den. Derfor må ingen filial lukke, før bogbussen har kørt på stedet i et år.
`;
