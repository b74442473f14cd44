// A thread of a rebuild whose log can't be opened.
import '../harness/register.mjs';

const { workBeside } = await import('../../libs/read-models/src/index.ts');
await workBeside({
  openLog: async () => {
    throw new Error('no log here');
  },
});
