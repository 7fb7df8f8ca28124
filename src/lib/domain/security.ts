/** What the security log tells of, each with the account that it happened to. */
export const securityEvents = [
  'login',
  'loginRefused',
  'lockout',
  'logout',
  'accountMade',
  'passwordChanged',
  'roleGranted',
  'roleRevoked',
  'rapporteurGranted',
  'rapporteurRevoked',
  'accountClosed',
  'accountReopened'
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

/** What changes a member's rights. */
export type RightsEvent = Extract<
  SecurityEvent,
  `role${string}` | `rapporteur${string}` | 'accountClosed' | 'accountReopened'
>;
