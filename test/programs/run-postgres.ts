import { startPostgres, tellReady } from '#infra';

/** A parent to be killed: starts PostgreSQL on the folder it is given and says where. */
const [, , dataDir = ''] = process.argv;
const postgres = await startPostgres({ dataDir });
tellReady({ url: postgres.ownerUrl() });
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
