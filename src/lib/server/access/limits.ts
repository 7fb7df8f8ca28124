/** Something may be done so many times within so many seconds. */
export type Limit = { points: number; seconds: number };

const minute = 60;
const hour = 60 * minute;

/**
 * What may be done how often, in one table. A meeting of two hundred sits behind one address, and
 * a working group answers hundreds of inputs in an evening: the limits stop programs, not people.
 * LIMITS multiplies them all, or switches them off.
 */
export const limits = {
  /** Wrong passwords for one account from one address: a stranger spends only their own. */
  loginPair: { points: 10, seconds: 15 * minute },
  /** Wrong passwords from one address, whoever for: more than one each in a meeting of 200. */
  loginAddress: { points: 300, seconds: hour },
  /** Wrong passwords for one account from all addresses together, known devices apart. */
  loginAccount: { points: 100, seconds: hour },
  /** Wrong passwords on a device that the member has been logged in on. */
  loginDevice: { points: 10, seconds: 15 * minute },
  /** Invitations taken from one address: a founding meeting of 200, each in the second try. */
  acceptance: { points: 400, seconds: hour },
  /** Invitations made by one administrator: a region's whole list in an evening. */
  invitation: { points: 500, seconds: hour },
  /** Comments, replies and their rewording by one member: one every six seconds. */
  comment: { points: 100, seconds: 10 * minute },
  /** Likes by one member: a long debate's, one after the other. */
  like: { points: 300, seconds: 10 * minute },
  /** Posts reported to the administrators by one member. */
  report: { points: 20, seconds: hour },
  /** Documents begun by one member. */
  document: { points: 30, seconds: hour },
  /** Every other form sent by one member: answers, meetings, letters, reviews, drafts. */
  work: { points: 600, seconds: 10 * minute },
  /** Forms sent from one address by whoever is not logged in, and is told so. */
  visitor: { points: 600, seconds: 10 * minute },
  /** How a comment will look, asked for by one member. */
  preview: { points: 300, seconds: 10 * minute },
  /** Searches by one member. */
  search: { points: 60, seconds: minute },
  /** Searches by all public readers of one address. */
  publicSearch: { points: 300, seconds: minute }
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
