import { buildWhatChanged } from './build.ts';

buildWhatChanged();
await import('./server.ts');
