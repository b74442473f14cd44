// A thread of a rebuild whose log can't be opened.
import '../harness/register.mjs';

const { loadBeside } = await import('../../libs/read-models/src/index.ts');
await loadBeside({
  openLog: () => {
    throw new Error('no log here');
  },
});
