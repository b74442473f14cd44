// A thread that works on the read models of the small domain, from the sources as they lie.
import '../harness/register.mjs';

const [{ postgresEventLog }, { workBeside }, { smallDomain }] = await Promise.all([
  import('../../libs/event-log/src/index.ts'),
  import('../../libs/read-models/src/index.ts'),
  import('./small-domain.ts'),
]);
await workBeside({ domain: smallDomain, openLog: async (url) => postgresEventLog({ url }) });
