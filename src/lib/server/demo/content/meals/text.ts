export const version1 = `## Visionens tekst

Alle børn skal spise ved et dækket bord midt på dagen. Det skal være det samme bord for den, der har tre retter med hjemmefra, og for den, der ikke har noget med.

Vi vil derfor indføre et varmt måltid i alle folkeskoler. Det skal laves på skolen eller så tæt på, at det stadig er varmt, og det skal spises sammen med en voksen.

Køkkenet er et lokale, hvor man lærer noget. Hver klasse har køkkentjeneste to uger om året og er med til at lave mad, dække bord og vaske op.

Maden skal smage af noget, og mindst halvdelen af råvarerne skal komme fra egnen. Kød kommer på bordet to gange om ugen.

Om aftenen kan køkkenet bruges af ældre, som gerne vil spise i selskab. Den, der er alene, betaler det samme som et barn.

Måltidet er gratis for de mindste og koster højst 20 kr. for de andre. Ingen må kunne se på et barn, hvad der er betalt.

## Tre konkrete forslag

### Et køkken på hver skole

Staten giver tilskud til at bygge eller sætte køkken i stand på alle skoler med mere end hundrede elever. Mindre skoler kan være fælles om et.

### Tre kvarter at spise i

Frokosten skal vare mindst 45 minutter, og tiden lægges oven i skoledagen og ikke fra frikvarteret.

### Fælles bord to aftener om ugen

Kommunen åbner mindst ét skolekøkken for ældre to aftener om ugen. Foreninger kan stå for det sammen med kommunen.

## Tre ulemper

- Det er dyrt at begynde, for de fleste skoler har ikke noget køkken.
- Skoledagen bliver længere, og det er der delte meninger om.
- En fælles menu kan ikke tage alle de hensyn, som en madpakke kan.

## Baggrund

Mange børn har for lidt med eller ingenting, og mange ældre spiser stående ved køkkenbordet. De to ting bliver sjældent nævnt i samme sætning, selv om de kan klares i det samme lokale.

## Sådan er visionen blevet til

En gruppe på fire har skrevet udkastet på tre møder og spist frokost på fem skoler.

## Hvem har været inddraget

- En køkkenleder og to lærere
- Elevrådet på en skole i Østjylland

## Visionsstillere

- Yusuf Elmetoft, Østjylland
- Mette Skovvang, Sydjylland
`;
