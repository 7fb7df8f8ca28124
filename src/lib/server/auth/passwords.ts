import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id; takes about 15 ms here. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** The hash of a password, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Compared where no such member exists, so that the time it takes tells nobody which do. */
const nobody = hashPassword('nobody has this password');

/** Whether the password is the one that was hashed; false where there is no hash. */
export async function passwordFits(passwordHash: string | null, password: string) {
  const fits = await verify(passwordHash ?? (await nobody), password);
  return fits && passwordHash !== null;
}
