export const version3 = `## Visionens tekst

Man skal kunne blive boende i sit kvarter, når livet skifter: når børnene flytter hjemmefra, når ægteskabet går i stykker, og når knæene ikke vil mere.

Derfor skal der i hvert kvarter og hver landsby være flere slags boliger: nogle til leje, nogle til eje og nogle, man ejer sammen.

Når der bygges mere end tyve boliger, skal en fjerdedel af dem være almene. Det gælder også der, hvor udsigten er god. I landsbyer kan kommunen opfylde kravet ved at købe og udleje huse, der står der i forvejen.

Bofællesskaber skal være lige så lette at låne til som et parcelhus. Staten stiller en garanti, så banken ikke siger nej til ti familier, der vil bygge sammen.

Tomme huse skal bruges. Et hus, der har stået tomt i to år, skal tilbydes kommunen, som kan overtage det til den offentlige vurdering. Ejeren skal høres først og kan klage til et nævn, og klagen sætter overtagelsen i bero. Fristen løber ikke, mens et dødsbo bliver gjort op.

Vi bygger hellere om end nyt. Den, der vil rive et helt hus ned, skal først vise, at det er farligt at bo i eller dyrere at redde end at bygge igen.

Den, der bliver gammel, skal kunne komme op ad sin egen trappe. Når en ældre etageejendom sættes i stand, skal der være plads til en elevator, og staten giver tilskud til den.

## Tre konkrete forslag

### En fjerdedel alment

Kommunerne får pligt til at skrive kravet om almene boliger ind i alle nye lokalplaner. Grunde, som kommunen selv sælger, sælges kun til den, der bygger efter det.

### Fra tomt hus til første hjem

Kommunen kan købe tomme huse, sætte dem i stand og leje dem ud.

- Den, der lejer, kan købe huset efter fem år til det, det kostede kommunen.
- Lokale håndværkere og lærlinge står for istandsættelsen.

### En garanti for bofællesskaber

Staten garanterer for den del af lånet, som banken ellers ville afslå, når mindst fem husstande bygger sammen. Husstandene hæfter hver for sig, og garantien falder bort efter ti år.

## Tre ulemper

- Krav om almene boliger kan få bygherrer til at vente eller til at bygge i nabokommunen.
- Pligten til at tilbyde et tomt hus griber ind i ejendomsretten.
- En statsgaranti kan blive dyr, hvis boligpriserne falder.

## Baggrund

Byerne bliver mere ens, jo nærmere man ser på dem: ét kvarter til familier, ét til studerende og ét til dem, der var der i forvejen. På landet står husene tomme, mens de unge flytter, fordi der ikke er noget at leje.

## Sådan er visionen blevet til

Arbejdsgruppen har holdt fem møder, heraf to i et bofællesskab og et i en landsby med fjorten tomme huse. Efter høringen er fire afsnit skrevet om, og et er kommet til.

## Hvem har været inddraget

- Beboerne i et bofællesskab på Sjælland
- En kommunal byplanlægger og en tømrermester

## Visionsstillere

- Kasper Stenvig, København
- Lone Hedemose, Fyn
`;
