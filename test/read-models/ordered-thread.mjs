// A thread that works on the read models of the small domain, over a log that is read in its own order only.
import '../harness/register.mjs';

const [{ postgresEventLog }, { workBeside }, { smallDomain }, { inItsOrderOnly }] = await Promise.all([
  import('../../libs/event-log/src/index.ts'),
  import('../../libs/read-models/src/index.ts'),
  import('./small-domain.ts'),
  import('./ordered-log.ts'),
]);
await workBeside({ domain: smallDomain, openLog: async (url) => inItsOrderOnly(postgresEventLog({ url })) });
