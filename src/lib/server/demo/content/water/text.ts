export const version1 = `## Visionens tekst

Vandet i hanen skal kunne drikkes uden et filter og uden at tænke over det.

Derfor skal der ikke sprøjtes, hvor grundvandet bliver til. Den, der ejer jorden, skal have betaling for at lade være.

## Tre konkrete forslag

### Fred over grundvandet

Kommunen udpeger de marker, hvor drikkevandet bliver til, og køber retten til at sprøjte dem fri for altid.

### Prøver, som alle kan læse

Hvert vandværk lægger sine prøver frem, så snart de er taget, også når de er dårlige.

### Regning uden fast bidrag

Vand skal betales efter, hvor meget man bruger. Det faste bidrag falder bort.

## Tre ulemper

- Det koster vandkunderne omkring 200 kr. om året pr. husstand.
- Nogle landmænd mister den bedste jord, de har.
- Et vandværk med tre frivillige kan ikke nå det hele.
`;

/** After the hearing. */
export const version2 = version1.replace(
  'også når de er dårlige.',
  'også når de er dårlige, og siger med almindelige ord, hvad de betyder.'
);

const flatRate = 'Det faste bidrag falder bort.';

/** The first answer to the reservation, which was sent back. */
export const version3 = version2.replace(
  flatRate,
  'Det faste bidrag falder bort, når vandværket har råd til det.'
);

/** The second, which was confirmed. */
export const version4 = version2.replace(
  flatRate,
  'Det faste bidrag må højst være en femtedel af regningen, så et lille vandværk kan holde sine rør.'
);
