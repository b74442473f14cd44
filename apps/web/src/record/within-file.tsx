import { AutoComplete, Select } from 'antd';
import { createContext, useContext } from 'react';
import type { FileView } from '../api/types.js';
import type { FieldProps } from './day-input.js';

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What a form can point at within its own file. */
export interface WithinFile {
  readonly accused: readonly Choice[];
  readonly returns: readonly Choice[];
}

export const WithinThisFile = createContext<WithinFile>({ accused: [], returns: [] });

const options = (choices: readonly Choice[]) =>
  choices.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }));

/** One of the choices, or a new code typed in. */
const Pointer = ({ id, value, onChange, choices }: FieldProps<string> & { readonly choices: readonly Choice[] }) => (
  <AutoComplete
    id={id ?? ''}
    options={options(choices)}
    value={value ?? ''}
    onChange={(next: string) => onChange?.(next || undefined)}
  />
);

export const ReturnSelect = (field: FieldProps<string>) => (
  <Pointer {...field} choices={useContext(WithinThisFile).returns} />
);

export const AccusedSelect = (field: FieldProps<string>) => (
  <Pointer {...field} choices={useContext(WithinThisFile).accused} />
);

export const SeveralAccusedSelect = ({ id, value, onChange }: FieldProps<readonly string[]>) => (
  <Select
    id={id ?? ''}
    mode="multiple"
    options={options(useContext(WithinThisFile).accused)}
    value={[...(value ?? [])]}
    onChange={(next: string[]) => onChange?.(next.length > 0 ? next : undefined)}
  />
);

const list = (part: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(part) ? part : part !== null && typeof part === 'object' ? Object.values(part) : [];

/** The accused and the returns of a file, as its state lists them. */
export const withinFile = (file: FileView | undefined): WithinFile => ({
  accused: list(file?.state?.['accused']).map(({ accusedId, id, name }) => ({
    id: String(accusedId ?? id),
    label: String(name ?? ''),
  })),
  returns: list(file?.state?.['returns']).map(({ returnId, id, on }) => ({
    id: String(returnId ?? id),
    label: String(on ?? ''),
  })),
});
