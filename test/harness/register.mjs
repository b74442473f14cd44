// `node --import ./test/harness/register.mjs FILE.ts` runs a source file of this project.
import { register } from 'node:module';

register('./loader.mjs', import.meta.url);
