import { writeFile } from 'node:fs/promises';
import { catalogueText } from './catalogue.js';
import { performanceText } from './figures.js';

const page = (name: string) => new URL(`../../docs/${name}`, import.meta.url);

// `npm run docs` writes what follows from the code and from the kept results.
await writeFile(page('catalogue.md'), catalogueText());
await writeFile(page('performance.md'), performanceText());
