import { Select } from 'antd';
import { createContext, useContext, useState } from 'react';
import type { FileView } from '../api/types.js';
import { showDay } from '../format/day.js';
import { matches } from '../format/search-key.js';
import type { FieldProps } from './day-input.js';

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What a form can point at within its own file. */
export interface WithinFile {
  readonly accused: readonly Choice[];
  readonly returns: readonly Choice[];
  /** Other files by their stream. */
  readonly files: readonly Choice[];
}

export const WithinThisFile = createContext<WithinFile>({ accused: [], returns: [], files: [] });

const options = (choices: readonly Choice[]) =>
  choices.map(({ id, label }) => ({ value: id, label: label ? `${label} (${id})` : id }));

/** The code that a further one would take: bc3 after two. */
const nextCode = (prefix: string, choices: readonly Choice[]) => {
  const taken = new Set(choices.map(({ id }) => id));
  for (let nth = choices.length + 1; ; nth++) if (!taken.has(`${prefix}${nth}`)) return `${prefix}${nth}`;
};

interface PointerProps extends FieldProps<string> {
  readonly choices: readonly Choice[];
  readonly prefix: string;
  /** What a code that isn't in the file yet stands for. */
  readonly fresh: string;
}

/** One of the choices, the next free code, or a code of one's own. */
const Pointer = ({ id, value, onChange, choices, prefix, fresh }: PointerProps) => {
  const [typed, setTyped] = useState('');
  const next = nextCode(prefix, choices);
  const codes = [next, typed.trim()].filter((code) => code !== '' && !choices.some((one) => one.id === code));
  const offered = [
    ...options(choices),
    ...[...new Set(codes)].map((code) => ({ value: code, label: `${fresh} (${code})` })),
  ];
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      options={offered}
      showSearch={{ filterOption: matches, onSearch: setTyped }}
      value={value ?? null}
      onChange={(chosen: string | null) => onChange?.(chosen ?? undefined)}
    />
  );
};

export const ReturnSelect = (field: FieldProps<string>) => (
  <Pointer {...field} choices={useContext(WithinThisFile).returns} prefix="tra" fresh="Lần trả mới" />
);

export const AccusedSelect = (field: FieldProps<string>) => (
  <Pointer {...field} choices={useContext(WithinThisFile).accused} prefix="bc" fresh="Bị can mới" />
);

export const SeveralAccusedSelect = ({ id, value, onChange }: FieldProps<readonly string[]>) => (
  <Select
    {...(id ? { id } : {})}
    mode="multiple"
    options={options(useContext(WithinThisFile).accused)}
    showSearch={{ filterOption: matches }}
    notFoundContent="Hồ sơ chưa có bị can"
    value={[...(value ?? [])]}
    onChange={(next: string[]) => onChange?.(next.length > 0 ? next : undefined)}
  />
);

const list = (part: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(part) ? part : part !== null && typeof part === 'object' ? Object.values(part) : [];

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The accused and the returns of a file, as its state lists them. */
export const withinFile = (file: FileView | undefined): WithinFile => ({
  accused: list(file?.state?.['accused']).map(({ id, name }) => ({ id: text(id), label: text(name) })),
  returns: list(file?.state?.['returns']).map(({ id, on }) => ({
    id: text(id),
    label: text(on) && `Ngày ${showDay(text(on))}`,
  })),
  files: (file?.links ?? []).map(({ register, id, number }) => ({ id: `${register}-${id}`, label: number ?? id })),
});
