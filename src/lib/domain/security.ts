/** The events of the security log, each about one account. */
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

/** The events that change a member's rights. */
export type RightsEvent = Extract<
  SecurityEvent,
  `role${string}` | `rapporteur${string}` | 'accountClosed' | 'accountReopened'
>;
