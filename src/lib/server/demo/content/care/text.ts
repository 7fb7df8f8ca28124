export const version1 = `## Visionens tekst

Den, der har brug for hjælp hver dag, skal kende dem, der kommer. Ingen skal forklare sin krop for en fremmed hver morgen.

Hjemmeplejen deles derfor op i små hold på højst tolv ansatte, som selv lægger deres vagtplan og har de samme borgere hele ugen.

Holdet bestemmer sammen med den ældre, hvad tiden skal bruges til. Vil man hellere have en gåtur end et bad, får man en gåtur.

Pårørende skal være velkomne og aldrig nødvendige. Hjælpen må ikke blive mindre, fordi en datter bor i nærheden.

Der skal være et køkken med en gryde på hvert plejehjem, så man kan lugte, hvad klokken er.

## Tre konkrete forslag

### Højst otte ansigter

Ingen skal have besøg af mere end otte forskellige ansatte på en måned. Kommunen offentliggør hvert kvartal, hvordan det går.

### Færre skemaer

Den ansatte skriver det, som den næste på holdet har brug for at vide. Andet skal ikke skrives ned, medmindre det står i loven.

### En fridag til den, der passer

Den, der passer sin ægtefælle, får ret til aflastning en hel dag om ugen og en uge om året.

## Tre ulemper

- Små hold er sårbare, når to er syge på samme tid.
- Når mindre bliver skrevet ned, er det sværere at se, hvem der tog fejl.
- Der er ikke nok uddannede, og det ændrer en vision ikke.

## Baggrund

Mange ældre får den hjælp, de er bevilget, og kender alligevel ikke navnet på den, der giver dem strømper på. De ansatte siger op af samme grund: De kom for at passe nogen og endte med at passe en liste.

## Sådan er visionen blevet til

Arbejdsgruppen har fulgt tre hold i hjemmeplejen, et af dem om natten, og talt med tolv pårørende.

## Hvem har været inddraget

- Tre hold i hjemmeplejen
- Tolv pårørende på Sjælland og i Østjylland

## Visionsstillere

- Henrik Mosevang, Østjylland
- Nanna Holmvig, København
`;
