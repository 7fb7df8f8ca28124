import { describeWorkingGroup } from './support/working-group.ts';

describeWorkingGroup();
