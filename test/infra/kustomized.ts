import { join } from 'node:path';
import { parse } from 'yaml';
import { yamlFile, yamlFiles, infraFile, type Manifest, type Tree } from './documents.js';

interface Kustomization extends Tree {
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly namespace?: string;
  readonly images?: readonly { readonly name: string; readonly newName?: string; readonly newTag?: string }[];
  readonly replicas?: readonly { readonly name: string; readonly count: number }[];
  readonly patches?: readonly {
    readonly target: { readonly kind: string; readonly name: string };
    readonly path?: string;
    readonly patch?: string;
  }[];
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

const UNDERSTOOD = ['apiVersion', 'kind', 'resources', 'components', 'namespace', 'images', 'replicas', 'patches'];

/** One step of RFC 6902, as far as the overlays go: add and replace. @throws when the place isn't there */
const patch = (object: Tree, { op, path, value }: Operation) => {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.pop() ?? '';
  const place = parts.reduce<Tree | undefined>((at, part) => at?.[part] as Tree | undefined, object);
  if (place === undefined) throw new Error(`${path} is not there`);
  if (op === 'add' && last === '-') (place as unknown as unknown[]).push(value);
  else if (op === 'add' || (op === 'replace' && place[last] !== undefined)) place[last] = value;
  else throw new Error(`${op} ${path} can't be done`);
};

const containersOf = (manifest: Manifest): readonly Tree[] => manifest['spec']?.template?.spec?.containers ?? [];

const applied = (manifests: readonly Manifest[], folder: string, given: Kustomization) => {
  for (const { target, path, patch: text = '' } of given.patches ?? []) {
    const found = manifests.filter(({ kind, metadata }) => kind === target.kind && metadata.name === target.name);
    if (found.length === 0) throw new Error(`${folder}: no ${target.kind} ${target.name} to patch`);
    const operations = parse(path === undefined ? text : infraFile(join(folder, path))) as readonly Operation[];
    for (const manifest of found) for (const operation of operations) patch(manifest, structuredClone(operation));
  }
  for (const { name, newName = name, newTag } of given.images ?? [])
    for (const container of manifests.flatMap(containersOf))
      if (container['image'] === name) container['image'] = newTag === undefined ? newName : `${newName}:${newTag}`;
  for (const { name, count } of given.replicas ?? [])
    for (const manifest of manifests)
      if (manifest.metadata.name === name && manifest['spec']?.replicas !== undefined)
        manifest['spec'].replicas = count;
  for (const manifest of manifests)
    if (given.namespace !== undefined && manifest.kind !== 'Namespace') manifest.metadata.namespace = given.namespace;
  return manifests;
};

/**
 * What `kubectl kustomize` makes of a folder below `infra/`, for the few fields that stand there.
 * @throws when another field is used, or a patch finds nothing
 */
export const kustomized = (folder: string, before: readonly Manifest[] = []): readonly Manifest[] => {
  const given = yamlFile(join(folder, 'kustomization.yaml')) as Kustomization;
  const unknown = Object.keys(given).filter((field) => !UNDERSTOOD.includes(field));
  if (unknown.length > 0) throw new Error(`${folder}: ${unknown.join(', ')} is not understood here`);
  let manifests = [...before];
  for (const resource of given.resources ?? []) {
    const path = join(folder, resource);
    manifests.push(...(resource.endsWith('.yaml') ? (yamlFiles(path) as readonly Manifest[]) : kustomized(path)));
  }
  for (const component of given.components ?? []) manifests = [...kustomized(join(folder, component), manifests)];
  return applied(manifests, folder, given);
};
