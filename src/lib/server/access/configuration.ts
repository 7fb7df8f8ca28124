import type { DatabaseAddress } from '../database/open.ts';

/** An environment variable has an invalid value. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/** How this forum is set up. It is read once, from the environment. */
export type Configuration = DatabaseAddress & {
  /** The days that a hearing must be open; a shorter one needs a reason. */
  minHearingDays: number;
  /** Whether an empty database is given the demo hearing. */
  demo: boolean;
  /** The factor of every limit in src/lib/server/access/limits.ts; with 0 there are no limits. */
  limits: number;
};

/** The party's own rule: a hearing is open for two weeks. */
const defaultMinHearingDays = 14;

/**
 * Returns the configuration from environment variables. Throws ConfigurationError if DATABASE_URL is
 * not an address of PostgreSQL, if LEAST_HEARING_DAYS is not a whole number from 1, or if LIMITS is
 * neither that nor `off`.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  return {
    databaseUrl: postgresUrl(environment.DATABASE_URL),
    dataDirectory: environment.DATA_DIR || '.data',
    migrationsDirectory: 'drizzle',
    minHearingDays: wholeNumber('LEAST_HEARING_DAYS', environment, defaultMinHearingDays),
    demo: environment.DEMO !== 'off',
    limits: environment.LIMITS === 'off' ? 0 : wholeNumber('LIMITS', environment, 1)
  };
}

function postgresUrl(given: string | undefined): string | null {
  if (!given) return null;
  if (!/^postgres(ql)?:$/.test(URL.parse(given)?.protocol ?? ''))
    throw new ConfigurationError('DATABASE_URL must be an address like postgres://user@host/name.');
  return given;
}

function wholeNumber(name: string, environment: NodeJS.ProcessEnv, fallback: number): number {
  const given = environment[name];
  if (!given) return fallback;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new ConfigurationError(`${name} must be a whole number from 1, not "${given}".`);
  return number;
}
