import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call, query } from '../api/client.js';
import type { FileRow, Page, Unit } from '../api/types.js';
import { matches } from '../format/search-key.js';
import type { FieldProps } from './day-input.js';

interface Offence {
  readonly article: string;
  readonly name: string;
  readonly clauses: readonly { readonly clause: number | string; readonly severity: 'I' | 'N' | 'R' | 'D' }[];
}

export interface Charge {
  readonly article: string;
  readonly clause?: number;
}

const SEVERITY = {
  I: 'ít nghiêm trọng',
  N: 'nghiêm trọng',
  R: 'rất nghiêm trọng',
  D: 'đặc biệt nghiêm trọng',
} as const;

const chargeKey = ({ article, clause }: Charge) => `${article}/${clause ?? ''}`;
const chargeText = ({ article, clause }: Charge) => `Điều ${article}${clause ? ` khoản ${clause}` : ''}`;

const toCharge = (key: string): Charge => {
  const [article = '', clause] = key.split('/');
  return { article, ...(clause ? { clause: Number(clause) } : {}) };
};

const toOption = (charge: Charge) => ({ value: chargeKey(charge), label: chargeText(charge) });

/** Offences by article number (173) or by name (trom cap), clause by clause with the severity. */
const useOffences = () => {
  const [text, onSearch] = useState('');
  const found = useQuery({
    queryKey: ['offences', text],
    queryFn: () => call<readonly Offence[]>(`/offences${query({ q: text })}`),
    enabled: text.trim().length > 0,
    staleTime: Infinity,
  });
  const options = (found.data ?? []).flatMap(({ article, name, clauses }) =>
    clauses.map(({ clause, severity }) => ({
      value: `${article}/${clause}`,
      label: `Điều ${article} khoản ${clause} – ${name} (${SEVERITY[severity]})`,
    })),
  );
  return {
    labelInValue: true as const,
    showSearch: { filterOption: false as const, onSearch },
    options,
    notFoundContent: text ? 'Không có tội danh nào' : 'Gõ số điều hoặc tên tội danh',
    placeholder: '173, trom cap…',
  };
};

type Option = { readonly value: string };

export const ChargesSelect = ({ id, value, onChange }: FieldProps<readonly Charge[]>) => (
  <Select<Option[]>
    {...useOffences()}
    id={id ?? ''}
    mode="multiple"
    value={(value ?? []).map(toOption)}
    onChange={(chosen) => onChange?.(chosen.map((one) => toCharge(one.value)))}
  />
);

export const ChargeSelect = ({ id, value, onChange }: FieldProps<Charge>) => (
  <Select<Option | null>
    {...useOffences()}
    id={id ?? ''}
    allowClear
    value={value ? toOption(value) : null}
    onChange={(chosen) => onChange?.(chosen ? toCharge(chosen.value) : undefined)}
  />
);

export const PersonSelect = ({ id, value, onChange }: FieldProps<string>) => {
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => call<readonly { personId: string; name: string; unitName?: string }[]>('/people'),
    staleTime: 60_000,
  });
  const options = (people.data ?? []).map(({ personId, name, unitName }) => ({
    value: personId,
    label: unitName ? `${name} – ${unitName}` : name,
  }));
  return (
    <Select
      id={id ?? ''}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: matches }}
      allowClear
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Gõ tên"
    />
  );
};

export const useUnits = () =>
  useQuery({ queryKey: ['units'], queryFn: () => call<readonly Unit[]>('/units'), staleTime: 60_000 });

export const UnitSelect = ({ id, value, onChange }: FieldProps<string>) => {
  const units = useUnits();
  const options = (units.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Select
      id={id ?? ''}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: matches }}
      allowClear
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Gõ tên đơn vị"
    />
  );
};

/** Another file, found by number or name; kept as its stream, register-id. */
export const FileSelect = ({ id, value, onChange }: FieldProps<string>) => {
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['files', 'choose', text],
    queryFn: () => call<Page<FileRow>>(`/files${query({ q: text, size: 20 })}`),
    enabled: text.trim().length >= 2,
  });
  const options = (found.data?.rows ?? []).map(({ register, id: file, number, title }) => ({
    value: `${register}-${file}`,
    label: `${number} – ${title}`,
  }));
  return (
    <Select
      id={id ?? ''}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Số hoặc tên hồ sơ"
    />
  );
};
