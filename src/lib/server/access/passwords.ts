import { hash, verify } from '@node-rs/argon2';
import { refuseWeakPassword, type PasswordOwner } from '#lib/domain/password.ts';

/** OWASP's least for argon2id; takes about 15 ms here. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** The hash of a password, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** The hash of a password that is chosen. Refuses one that is too short, or easily guessed. */
export async function hashChosenPassword(password: string, owner: PasswordOwner): Promise<string> {
  const common = await commonPasswords();
  refuseWeakPassword(password, owner, (words) => common.has(words));
  return hashPassword(password);
}

/** The 49,000 most common of leaked passwords: 0.5 MB, read when the first is chosen. */
let read: Promise<ReadonlySet<string>> | null = null;

function commonPasswords(): Promise<ReadonlySet<string>> {
  read ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'])
  );
  return read;
}

/** Compared where no such member exists, so that the time it takes tells nobody which do. */
const nobody = hashPassword('nobody has this password');

/** Whether the password is the one that was hashed; false where there is no hash. */
export async function passwordFits(passwordHash: string | null, password: string) {
  const fits = await verify(passwordHash ?? (await nobody), password);
  return fits && passwordHash !== null;
}
