import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call, query } from '../api/client.js';
import { chargeKey, chargeText, parseCharge, toCharge, type Charge } from '../format/charge.js';
import { useSettled } from '../shell/settled.js';
import type { FieldProps } from './day-input.js';

interface Offence {
  readonly article: string;
  readonly name: string;
  readonly clauses: readonly { readonly clause: number | string; readonly severity: 'I' | 'N' | 'R' | 'D' }[];
}

const SEVERITY = {
  I: 'ít nghiêm trọng',
  N: 'nghiêm trọng',
  R: 'rất nghiêm trọng',
  D: 'đặc biệt nghiêm trọng',
} as const;

const toOption = (charge: Charge) => ({ value: chargeKey(charge), label: chargeText(charge) });

/** Offences by article number (173, 173.2.c) or by name (trom cap), clause by clause with the severity. */
const useOffences = () => {
  const [text, onSearch] = useState('');
  const asked = useSettled(text.normalize('NFC').trim(), 150);
  const typed = parseCharge(asked);
  const found = useQuery({
    queryKey: ['offences', typed?.article ?? asked],
    queryFn: () => call<readonly Offence[]>(`/offences${query({ q: typed?.article ?? asked })}`),
    enabled: asked.length > 0,
    staleTime: Infinity,
  });
  const options = (found.data ?? []).flatMap(({ article, name, clauses }) =>
    clauses
      .filter(({ clause }) => typed?.clause === undefined || Number(clause) === typed.clause)
      .map(({ clause, severity }) => {
        const charge = {
          article,
          clause: Number(clause),
          ...(typed?.point && typed.article === article ? { point: typed.point } : {}),
        };
        return { value: chargeKey(charge), label: `${chargeText(charge)} – ${name} (${SEVERITY[severity]})` };
      }),
  );
  return {
    labelInValue: true as const,
    showSearch: { filterOption: false as const, onSearch },
    options: text.trim() === '' ? [] : options,
    notFoundContent:
      text.trim() === ''
        ? 'Gõ số điều (173, 173.2.c) hoặc tên tội danh'
        : found.isFetched
          ? 'Không có tội danh nào'
          : 'Đang tìm…',
    placeholder: '173, 173.2.c, trom cap…',
  };
};

interface Option {
  readonly value: string;
}

export const ChargesSelect = ({ id, value, onChange }: FieldProps<readonly Charge[]>) => (
  <Select<Option[]>
    {...useOffences()}
    {...(id ? { id } : {})}
    mode="multiple"
    value={(value ?? []).map(toOption)}
    onChange={(chosen) => onChange?.(chosen.map((one) => toCharge(one.value)))}
  />
);

export const ChargeSelect = ({ id, value, onChange }: FieldProps<Charge>) => (
  <Select<Option | null>
    {...useOffences()}
    {...(id ? { id } : {})}
    allowClear
    value={value ? toOption(value) : null}
    onChange={(chosen) => onChange?.(chosen ? toCharge(chosen.value) : undefined)}
  />
);
