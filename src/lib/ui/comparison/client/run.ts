import { stepThroughChanges } from './stepping.ts';

stepThroughChanges(document);
