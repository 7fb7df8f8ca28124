import { expectAccessible } from './support/forum.ts';
import { describeWorkingGroup } from './support/working-group.ts';

describeWorkingGroup(expectAccessible);
