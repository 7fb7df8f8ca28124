import { createHash } from 'node:crypto';

/** What tells a member's drafts on a device from another's, and says nothing of who they are. */
export const deviceName = (memberId: string) =>
  createHash('sha256').update(`drafts ${memberId}`).digest('hex').slice(0, 16);
