/** What the meeting on Fyn put in place of one section of version 1. */
export const fyn = `## Visionens tekst

Man skal kunne blive boende i sit kvarter, når livet skifter: når børnene flytter hjemmefra, når ægteskabet går i stykker, og når knæene ikke vil mere.

Derfor skal der i hvert kvarter og hver landsby være flere slags boliger: nogle til leje, nogle til eje og nogle, man ejer sammen.

Tomme huse skal bruges. Et hus, der har stået tomt i to år, skal tilbydes kommunen, som kan overtage det til vurderingen.

Når der bygges nyt, skal en fjerdedel af boligerne være almene. Det gælder også der, hvor udsigten er god. I landsbyer kan kommunen i stedet købe huse, der står der i forvejen.

Bofællesskaber skal være lige så lette at låne til som et parcelhus. Staten stiller en garanti, så banken ikke siger nej til ti familier, der vil bygge sammen.

Vi bygger hellere om end nyt. Den, der vil rive et helt hus ned, skal først vise, at det ikke kan bruges.

Ingen skal flytte for en trappes skyld. Når gamle huse bliver sat i stand, skal der tænkes på den, der går med stok.
`;
