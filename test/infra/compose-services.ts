import { programIn, settingsOf } from './program-settings.js';
import { yamlFile, type Tree } from './documents.js';

const isTree = (value: unknown): value is Tree => value !== null && typeof value === 'object' && !Array.isArray(value);

const merged = (under: unknown, over: unknown): unknown => {
  if (isTree(under) && isTree(over)) {
    const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        key in over ? (key in under ? merged(under[key], over[key]) : over[key]) : under[key],
      ]),
    );
  }
  return Array.isArray(under) && Array.isArray(over) ? [...under, ...over] : over;
};

/** What `docker compose -f … -f …` makes of several files, as far as they go: maps are merged, lists joined. */
export const composed = (files: readonly string[]): Tree =>
  files.map((file) => yamlFile(`compose/${file}`)).reduce((under, over) => merged(under, over) as Tree);

const namesOf = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given : Object.keys((given as Tree | undefined) ?? {});

const serviceFaults = (file: Tree, name: string, service: Tree): readonly string[] => {
  const faults: string[] = [];
  const { image, depends_on: needs, volumes = [], networks, command = [], environment = {}, healthcheck } = service;
  const built = namesOf(file['services']).some(
    (other) => file['services'][other].build && file['services'][other].image === image,
  );
  if (!built && !/:v?\d+[^:]*$/.test(image ?? '')) faults.push(`${name}: image ${image} is not pinned`);
  for (const other of namesOf(needs)) {
    const needed = file['services'][other];
    if (!needed) faults.push(`${name}: no service ${other}`);
    else if (needs[other].condition === 'service_healthy' && !needed.healthcheck)
      faults.push(`${name}: ${other} never says that it is healthy`);
  }
  for (const volume of volumes as string[]) {
    const [source = ''] = volume.split(':');
    if (!(source in (file['volumes'] ?? {}))) faults.push(`${name}: no volume ${source}`);
  }
  for (const network of namesOf(networks))
    if (!(network in (file['networks'] ?? {}))) faults.push(`${name}: no network ${network}`);
  const program = programIn(command.length > 0 ? command : name === 'api' ? ['dist/apps/api/src/main.js'] : []);
  const known = program === undefined ? undefined : settingsOf(program);
  for (const setting of Object.keys(environment))
    if (known && !known.has(setting)) faults.push(`${name}: the ${program} reads no ${setting}`);
  if (service['restart'] !== 'on-failure:3' && service['network_mode'] !== 'none' && !healthcheck)
    faults.push(`${name}: nobody asks whether it is well`);
  return faults;
};

/** Whatever is named in a composition and isn't there. */
export const composedFaults = (file: Tree): readonly string[] =>
  Object.entries<Tree>(file['services']).flatMap(([name, service]) => serviceFaults(file, name, service));
