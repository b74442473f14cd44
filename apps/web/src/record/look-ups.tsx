import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useContext, useState } from 'react';
import { call, query } from '../api/client.js';
import { usePeople, useUnits } from '../api/queries.js';
import type { FileRow, Page } from '../api/types.js';
import { matches } from '../format/search-key.js';
import { useSettled } from '../shell/settled.js';
import type { FieldProps } from './day-input.js';
import { WithinThisFile } from './within-file.js';

export const PersonSelect = ({ id, value, onChange }: FieldProps<string>) => {
  const people = usePeople();
  const units = useUnits();
  const options = (people.data ?? []).map(({ personId, name, unit }) => ({
    value: personId,
    label: `${name} – ${units.data?.find(({ code }) => code === unit)?.name ?? unit}`,
  }));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: matches }}
      allowClear
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Gõ tên"
    />
  );
};

interface UnitSelectProps extends FieldProps<string> {
  /** Where no label stands beside it. */
  readonly label?: string;
  readonly always?: boolean;
}

export const UnitSelect = ({ id, value, onChange, label, always = false }: UnitSelectProps) => {
  const units = useUnits();
  const options = (units.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: matches }}
      style={{ width: '100%' }}
      allowClear={!always}
      {...(label ? { 'aria-label': label } : {})}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Gõ tên đơn vị"
    />
  );
};

/** Another file, found by number or name; kept as its stream, register-id. */
export const FileSelect = ({
  id,
  value,
  onChange,
  autoFocus = false,
}: FieldProps<string> & { autoFocus?: boolean }) => {
  const [text, setText] = useState('');
  const asked = useSettled(text.normalize('NFC').trim());
  const found = useQuery({
    queryKey: ['files', 'choose', asked],
    queryFn: () => call<Page<FileRow>>(`/files${query({ q: asked, size: 20 })}`),
    enabled: asked.length >= 2,
  });
  const { files } = useContext(WithinThisFile);
  const options = (found.data?.rows ?? []).map(({ register, id: file, number, title }) => ({
    value: `${register}-${file}`,
    label: `${number} – ${title}`,
  }));
  const known = files.find((file) => file.id === value)?.label;
  const chosen = value && !options.some((option) => option.value === value) ? [{ value, label: known ?? value }] : [];
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      options={[...chosen, ...options]}
      showSearch={{ filterOption: false, onSearch: setText }}
      autoFocus={autoFocus}
      allowClear
      style={{ width: '100%' }}
      notFoundContent={
        asked.length < 2 ? 'Gõ số hoặc tên hồ sơ' : found.isFetched ? 'Không tìm thấy hồ sơ nào' : 'Đang tìm…'
      }
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      placeholder="Số hoặc tên hồ sơ"
    />
  );
};
