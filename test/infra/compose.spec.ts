import { describe, expect, it } from '@jest/globals';
import { composed, composedFaults } from './compose-services.js';
import { infraFile, type Tree } from './documents.js';
import { composeFaults } from './schemas.js';

const compositions = {
  'PostgreSQL alone': ['compose.yaml'],
  'a log in one node': ['compose.yaml', 'eventstore.yaml'],
  'a log in three nodes': ['compose.yaml', 'eventstore-cluster.yaml'],
} as const;

const faultsIn = (file: Tree) => [...composeFaults(file), ...composedFaults(file)];

describe.each(Object.entries(compositions))('the composition of %s', (_, files) => {
  it('is what the specification allows, and names nothing that isn’t there', () => {
    expect(faultsIn(composed(files))).toEqual([]);
  });

  it('publishes nothing beyond this machine, and has every password from outside', () => {
    const { services } = composed(files) as { services: Record<string, Tree> };
    for (const { ports = [] } of Object.values(services))
      for (const port of ports as string[]) expect(port).toMatch(/^127\.0\.0\.1:/);
    const addresses = [...JSON.stringify(services).matchAll(/:\/\/\w+:([^@"\s]+)@/g)];
    const settings = [...JSON.stringify(services).matchAll(/PASSWORD":"([^"]+)/g)];
    expect(addresses.length).toBeGreaterThan(3);
    for (const [, password] of [...addresses, ...settings]) expect(password).toMatch(/^\$\{\w+:\?\}$/);
  });

  it('asks for no variable that the example doesn’t name', () => {
    const wanted = [...JSON.stringify(composed(files)).matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const named = [...infraFile('compose/example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(wanted));
  });
});

describe('a broken composition is found', () => {
  // prettier-ignore
  const mistakes: readonly (readonly [string, (services: Record<string, Tree>) => unknown, RegExp])[] = [
    ['a misspelt field', ({ api }) => (api!['enviroment'] = {}), /additional properties \(enviroment\)/],
    ['a value of the wrong kind', ({ api }) => (api!['ports'] = 8080), /must be array/],
    ['a service that isn’t there', ({ api }) => (api!['depends_on'].database = { condition: 'service_started' }), /no service database/],
    ['a wait for what never says', ({ postgres }) => delete postgres!['healthcheck'], /postgres never says that it is healthy/],
    ['an image that moves', ({ postgres }) => (postgres!['image'] = 'postgres:latest'), /is not pinned/],
    ['a setting that the program doesn’t read', ({ projector }) => (projector!['environment'].KIEMSAT_PROJEKTOR_URL = ''), /the projector reads no KIEMSAT_PROJEKTOR_URL/],
    ['a network that isn’t there', ({ api }) => (api!['networks'] = ['outer']), /no network outer/],
  ];

  it.each(mistakes)('%s', (_, breakIt, fault) => {
    const file = structuredClone(composed(['compose.yaml']));
    breakIt(file['services']);
    expect(faultsIn(file).join('\n')).toMatch(fault);
  });
});
