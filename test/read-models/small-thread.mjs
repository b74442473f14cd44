// A thread of a rebuild of the small domain, from the sources as they lie.
import '../harness/register.mjs';

const [{ postgresEventLog }, { loadBeside }, { smallDomain }] = await Promise.all([
  import('../../libs/event-log/src/index.ts'),
  import('../../libs/read-models/src/index.ts'),
  import('./small-domain.ts'),
]);
await loadBeside({ domain: smallDomain, openLog: (url) => postgresEventLog({ url }) });
