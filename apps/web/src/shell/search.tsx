import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { call, query } from '../api/client.js';
import type { FileRow, Page } from '../api/types.js';
import { showCount } from '../format/number.js';
import { useSettled } from './settled.js';

/** Finds files by number, name, decision: without diacritics as well. */
export const Search = () => {
  const [text, setText] = useState('');
  // With the arrows a person picks from the list; Enter alone takes the first, or shows all where there is none yet.
  const picking = useRef(false);
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
  const open = (path: string) => {
    picking.current = false;
    setText('');
    go(path);
  };
  return (
    <AutoComplete
      style={{ width: '100%', maxWidth: 560 }}
      popupMatchSelectWidth={560}
      value={text}
      options={options}
      onChange={(value: string) => {
        if (!value.startsWith('/ho-so')) setText(value);
      }}
      onSelect={open}
      notFoundContent={asked === wanted && found.isFetched ? 'Không tìm thấy hồ sơ nào' : null}
    >
      <Input
        id="search"
        aria-label="Tìm hồ sơ"
        placeholder="/  Tìm vụ án, bị can, số quyết định… (gõ không dấu được)"
        onKeyDown={({ key, nativeEvent }) => {
          if (nativeEvent.isComposing) return;
          if (key === 'ArrowDown' || key === 'ArrowUp') picking.current = true;
          else if (key === 'Enter' && wanted && !picking.current) open(options[0]?.value ?? all);
          else picking.current = false;
        }}
      />
    </AutoComplete>
  );
};
