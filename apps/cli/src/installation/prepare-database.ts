import { migrateEventLog } from '#event-log';
import { secret } from '#infra';

/** The addresses of one installation's database, a role each. */
export interface Addresses {
  readonly ownerUrl: string;
  readonly writerUrl: string;
  readonly projectorUrl: string;
}

const addressFor = (ownerUrl: string, username: string, password: string) => {
  const url = new URL(ownerUrl);
  url.username = username;
  url.password = password;
  return url.href;
};

/**
 * Brings the log's schema up to date and makes the writer and the projector, whose passwords are generated once and
 * kept in the data folder. Roles belong to the whole server, so they bear the database's name.
 */
export const prepareDatabase = async (dataDir: string, ownerUrl: string, database: string): Promise<Addresses> => {
  const writer = { name: `${database}_writer`, password: secret(dataDir, 'writer') };
  const projector = { name: `${database}_projector`, password: secret(dataDir, 'projector') };
  await migrateEventLog({ ownerUrl, writer, projector });
  return {
    ownerUrl,
    writerUrl: addressFor(ownerUrl, writer.name, writer.password),
    projectorUrl: addressFor(ownerUrl, projector.name, projector.password),
  };
};
