import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#infra';

/** The Secrets that an operator makes by hand, as the guide lists them: rows of `name` and `keys`. */
export const listedSecrets = (): ReadonlyMap<string, readonly string[]> => {
  const guide = readFileSync(join(projectRoot, 'docs/deployment.md'), 'utf8');
  const [, section = ''] = guide.split('### Secrets\n');
  const rows = (section.split('\n#')[0] ?? '').matchAll(/^\| `([a-z-]+)`\s*\| ((?:`[\w-]+`(?:, )?)+)/gm);
  return new Map(
    [...rows].map(([, name = '', keys = '']) => [name, [...keys.matchAll(/`([\w-]+)`/g)].map(([, key = '']) => key)]),
  );
};
