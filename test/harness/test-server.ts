/** What the test files need to know of the run's server. */
export interface TestServer {
  /** The owner's address: may create roles and databases. */
  readonly adminUrl: string;
  /** Tells this run's databases and roles from another's on the same server. */
  readonly run: string;
  readonly password: string;
}

const VARIABLE = 'KIEMSAT_TEST_SERVER';

export const publishServer = (server: TestServer): void => {
  process.env[VARIABLE] = JSON.stringify(server);
};

export const testServer = (): TestServer => {
  const published = process.env[VARIABLE];
  if (published === undefined) throw new Error('no test server: only *.e2e-spec.ts files have one');
  return JSON.parse(published) as TestServer;
};

export const templateOf = ({ run }: TestServer): string => `kiemsat_test_${run}_template`;

export const roleName = ({ run }: TestServer, role: 'writer' | 'projector'): string => `kiemsat_test_${run}_${role}`;

/** A role's address of a database of the test server. */
export const roleUrl = (server: TestServer, database: string, role: 'owner' | 'writer' | 'projector'): string => {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  if (role !== 'owner') {
    url.username = roleName(server, role);
    url.password = server.password;
  }
  return url.href;
};
