export const version1 = `## Visionens tekst

Det, der går i stykker, skal kunne laves. En ting er ikke slidt op, før nogen har haft den i hænderne og opgivet.

Den, der sælger en ting, skal også kunne skaffe reservedele til den. For hårde hvidevarer skal det gælde i femten år, for telefoner og computere i ti.

Hver kommune skal have et sted, hvor man kan få hjælp til at lave sine ting selv, og hvor de, der kan, lærer det fra sig.

## Tre konkrete forslag

### Reservedele til en rimelig pris

Reservedele må tilsammen højst koste det dobbelte af, hvad hele varen koster som ny.

### Halv moms på reparation

Momsen på reparation af tøj, cykler og elektronik sættes ned til det halve.

### Værksted på genbrugspladsen

Kommunen indretter et åbent værksted på genbrugspladsen med en ansat håndværker tre dage om ugen.

## Tre ulemper

- Nogle billige varer vil forsvinde fra hylderne, fordi de ikke kan laves.
- Staten går glip af moms.
- Det kan være farligt at skille et køleskab ad.
`;

export const version2 = `## Visionens tekst

Det, der går i stykker, skal kunne laves. En ting er ikke slidt op, før nogen har haft den i hænderne og opgivet.

Den, der sælger en ting, skal også kunne skaffe reservedele til den. For hårde hvidevarer skal det gælde i femten år, for telefoner og computere i ti. Det samme gælder de programmer, som tingen ikke kan virke uden.

Hver kommune skal have et sted, hvor man kan få hjælp til at lave sine ting selv, og hvor de, der kan, lærer det fra sig.

## Tre konkrete forslag

### Reservedele til en rimelig pris

Ingen enkelt reservedel må koste mere end en tredjedel af, hvad hele varen koster som ny.

### Halv moms på reparation

Momsen på reparation af tøj, sko, cykler og elektronik sættes ned til det halve.

### Værksted på genbrugspladsen

Kommunen indretter et åbent værksted på genbrugspladsen med en ansat håndværker tre dage om ugen. Det, der er afleveret, må skilles ad til reservedele.

## Tre ulemper

- Nogle billige varer vil forsvinde fra hylderne, fordi de ikke kan laves.
- Staten går glip af moms, efter vores skøn 400 mio. kr. om året.
- Det kan være farligt at skille et køleskab ad.
`;
