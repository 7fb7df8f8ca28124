export function start(_page: Document): () => void { return () => {}; }
if (typeof document !== 'undefined') start(document);
