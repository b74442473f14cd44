import { writeFile } from 'node:fs/promises';
import { catalogueText } from './catalogue.js';

// `npm run docs` writes the catalogue anew.
await writeFile(new URL('../../docs/catalogue.md', import.meta.url), catalogueText());
