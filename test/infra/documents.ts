import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from '#infra';

export type Tree = { [key: string]: any };

/** An object of Kubernetes. */
export interface Manifest extends Tree {
  readonly apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
}

export const infraFile = (path: string): string => readFileSync(join(projectRoot, 'infra', path), 'utf8');

/** One document, with merge keys. @throws when it isn't YAML */
export const yamlFile = (path: string): Tree => parse(infraFile(path), { merge: true }) as Tree;

/** All documents of a file. @throws when one isn't YAML */
export const yamlFiles = (path: string): readonly Tree[] =>
  parseAllDocuments(infraFile(path)).map((document) => {
    if ('errors' in document && document.errors[0]) throw document.errors[0];
    return document.toJSON() as Tree;
  });
