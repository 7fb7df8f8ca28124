import type { DatabaseAddress } from '../database/open.ts';

/** A variable of the environment that the forum cannot work with. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/** How this forum is set up. Read once, from the environment. */
export type Configuration = DatabaseAddress & {
  /** The shortest hearing, in days, that needs no stated reason. */
  leastHearingDays: number;
  /** Whether an empty database is given the demo hearing. */
  demo: boolean;
  /** What every limit of src/lib/server/access/limits.ts is multiplied by; at 0 there are none. */
  limits: number;
};

/** The party's own rule: a hearing is open for two weeks. */
const defaultLeastHearingDays = 14;

/**
 * Reads the configuration from environment variables.
 * Refuses with ConfigurationError a DATABASE_URL that is not PostgreSQL's, and a
 * LEAST_HEARING_DAYS or LIMITS that is not a whole number from 1; LIMITS may be off.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  return {
    databaseUrl: postgresUrl(environment.DATABASE_URL),
    dataDirectory: environment.DATA_DIR || '.data',
    migrationsDirectory: 'drizzle',
    leastHearingDays: wholeNumber('LEAST_HEARING_DAYS', environment, defaultLeastHearingDays),
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

function wholeNumber(name: string, environment: NodeJS.ProcessEnv, otherwise: number): number {
  const given = environment[name];
  if (!given) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new ConfigurationError(`${name} must be a whole number from 1, not "${given}".`);
  return number;
}
