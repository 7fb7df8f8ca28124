import { buildIfChanged } from './build.ts';

buildIfChanged();
await import('./server.ts');
