import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, query } from '../api/client.js';
import type { FileRow, Page } from '../api/types.js';
import { showCount } from '../format/number.js';
import { useSettled } from './settled.js';

/** Finds files by number, name, decision: without diacritics as well. */
export const Search = () => {
  const [text, setText] = useState('');
  const [, go] = useLocation();
  const wanted = text.normalize('NFC').trim();
  const asked = useSettled(wanted);
  const found = useQuery({
    queryKey: ['files', 'search', asked],
    queryFn: () => call<Page<FileRow>>(`/files${query({ q: asked, size: 10 })}`),
    enabled: asked.length >= 2,
  });
  const { rows = [], total = 0 } = asked === wanted ? (found.data ?? {}) : {};
  const all = `/ho-so?q=${encodeURIComponent(wanted)}`;
  const options = [
    ...rows.map(({ register, id, number, title, statusLabel }) => ({
      value: `/ho-so/${register}/${id}`,
      label: `${number} – ${title} (${statusLabel})`,
    })),
    ...(total > rows.length ? [{ value: all, label: `Xem tất cả ${showCount(total)} hồ sơ tìm thấy` }] : []),
  ];
  return (
    <AutoComplete
      style={{ width: '100%', maxWidth: 560 }}
      popupMatchSelectWidth={560}
      value={text}
      options={options}
      onChange={(value: string) => {
        if (!value.startsWith('/ho-so')) setText(value);
      }}
      onSelect={(path: string) => {
        setText('');
        go(path);
      }}
      notFoundContent={asked === wanted && found.isFetched ? 'Không tìm thấy hồ sơ nào' : null}
    >
      <Input
        id="search"
        aria-label="Tìm hồ sơ"
        placeholder="/  Tìm vụ án, bị can, số quyết định… (gõ không dấu được)"
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && options.length === 0 && wanted) go(all);
        }}
      />
    </AutoComplete>
  );
};
