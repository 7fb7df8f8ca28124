import { test } from './support/forum.ts';
import { describeWorkingGroup } from './support/working-group.ts';

test.use({ javaScriptEnabled: false });

describeWorkingGroup(async () => {});
