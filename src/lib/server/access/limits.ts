/** How many times (`points`) something may be done within how many seconds. */
export type Limit = { points: number; seconds: number };

const minute = 60;
const hour = 60 * minute;

/**
 * How often something may be done. The limits are to stop programs and not people: a meeting of 200
 * shares one address, and a working group answers hundreds of inputs in an evening. LIMITS multiplies
 * all of them, or switches them off.
 */
export const limits = {
  /** Wrong passwords for one account from one address: a stranger uses up only the stranger's limit. */
  loginPair: { points: 10, seconds: 15 * minute },
  /** Wrong passwords from one address for any account: more than one each in a meeting of 200. */
  loginAddress: { points: 300, seconds: hour },
  /** Wrong passwords for one account from all addresses together, except on known devices. */
  loginAccount: { points: 100, seconds: hour },
  /** Wrong passwords on a device that the member has been logged in on. */
  loginDevice: { points: 10, seconds: 15 * minute },
  /** Invitations accepted from one address: two attempts each in a founding meeting of 200. */
  acceptance: { points: 400, seconds: hour },
  /** Invitations made by one administrator: a region's members in an evening. */
  invitation: { points: 500, seconds: hour },
  /** Comments, replies and edits by one member: one every six seconds. */
  comment: { points: 100, seconds: 10 * minute },
  /** Likes by one member: those of a long debate, one after the other. */
  like: { points: 300, seconds: 10 * minute },
  /** Comments reported to the administrators by one member. */
  report: { points: 20, seconds: hour },
  /** Documents begun by one member. */
  document: { points: 30, seconds: hour },
  /** Every other form sent by one member: answers, meetings, letters, reviews, drafts. */
  work: { points: 600, seconds: 10 * minute },
  /** Forms sent from one address without a login, which are refused. */
  visitor: { points: 600, seconds: 10 * minute },
  /** Previews of comments by one member. */
  preview: { points: 300, seconds: 10 * minute },
  /** Rich texts pasted by one member. */
  paste: { points: 300, seconds: 10 * minute },
  /** Searches by one member. */
  search: { points: 60, seconds: minute },
  /** Searches from one address without a login. */
  publicSearch: { points: 300, seconds: minute }
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
