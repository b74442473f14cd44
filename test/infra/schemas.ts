import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { projectRoot } from '#infra';
import type { Manifest, Tree } from './documents.js';

const schemaFile = (name: string): Tree =>
  JSON.parse(readFileSync(join(projectRoot, 'test/infra/schemas', name), 'utf8')) as Tree;

/** Formats bound numbers and dates; what they say beyond the type doesn't matter here. */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

const INT_OR_STRING = { anyOf: [{ type: 'integer' }, { type: 'string' }] };

/** A field that the schema doesn't know is a mistake, as the API server says by `--validate=strict`. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const node = schema as Tree;
  if (node['x-kubernetes-int-or-string'] === true || node['format'] === 'int-or-string') return INT_OR_STRING;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const known = inner['properties'] !== undefined && inner['additionalProperties'] === undefined;
  const open = node['x-kubernetes-preserve-unknown-fields'] === true;
  return known && !open ? { ...inner, additionalProperties: false } : inner;
};

const kubernetes = closed(schemaFile('kubernetes-1.35.json')) as Tree;
const definitions = kubernetes['definitions'] as Tree;
// A quantity may be written as a number.
definitions['io.k8s.apimachinery.pkg.api.resource.Quantity'] = { type: ['string', 'number'] };

const validators = new Map<string, ValidateFunction>();
for (const [name, definition] of Object.entries(definitions) as [string, Tree][])
  for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? [])
    validators.set(
      `${group === '' ? '' : `${group}/`}${version} ${kind}`,
      ajv.compile({ definitions, $ref: `#/definitions/${name}` }),
    );

const custom = [
  'cloudnative-pg-cluster.json',
  'cloudnative-pg-scheduled-backup.json',
  'barman-object-store.json',
  'cert-manager-certificate.json',
  'cert-manager-issuer.json',
];
for (const file of custom) {
  const { group, version, kind, schema } = schemaFile(file);
  const resource = closed(schema) as Tree;
  validators.set(`${group}/${version} ${kind}`, ajv.compile(resource));
}

// Its address of the draft differs from the draft's own by one letter.
const { $schema: _, ...composeSpec } = schemaFile('compose-spec.json');
const compose = ajv.compile(composeSpec);

const told = (validate: ValidateFunction, where: string): readonly string[] =>
  (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const field = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
    return `${where}${instancePath} ${message}${field}`;
  });

/** What the schema of its kind says against a manifest. */
export const schemaFaults = (manifest: Manifest): readonly string[] => {
  const { apiVersion, kind, metadata } = manifest;
  const where = `${kind} ${metadata?.name}: `;
  const validate = validators.get(`${apiVersion} ${kind}`);
  if (!validate) return [`${where}no schema of ${apiVersion} ${kind}`];
  return validate(manifest) ? [] : told(validate, where);
};

/** What the compose specification says against a file. */
export const composeFaults = (file: Tree): readonly string[] => (compose(file) ? [] : told(compose, ''));
