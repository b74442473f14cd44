import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Segmented, Table } from 'antd';
import { useState } from 'react';
import { call, query } from '../api/client.js';
import type { ItemRow } from '../api/figures.js';
import type { Page } from '../api/types.js';
import { ProblemAlert } from '../shell/problem.js';
import { paging } from '../shell/paging.js';
import { Evidence } from './evidence.js';
import type { Part } from './figure-table.js';
import { itemColumns } from './item-columns.js';

export interface Drilled {
  readonly code: string;
  readonly part: Part;
}

interface DrillDownProps {
  readonly drilled: Drilled;
  readonly unit: string;
  readonly period: string;
  readonly position?: string;
  readonly label: string;
  readonly onClose: () => void;
}

/** The items behind a number, and behind each item the events it rests on. */
export const DrillDown = ({ drilled, unit, period, position, label, onClose }: DrillDownProps) => {
  const [part, setPart] = useState<Part>(drilled.part);
  const [page, setPage] = useState(1);
  const items = useQuery({
    queryKey: ['items', drilled.code, unit, period, part, position, page],
    queryFn: () =>
      call<Page<ItemRow>>(`/indicators/${drilled.code}/items${query({ unit, period, part, position, page })}`),
    placeholderData: (before) => before,
  });
  return (
    <Drawer
      open
      onClose={onClose}
      size={1100}
      title={label}
      extra={<Button onClick={onClose}>Đóng</Button>}
      closable={false}
    >
      <Segmented<Part>
        aria-label="Phần của chỉ tiêu"
        value={part}
        onChange={(value) => {
          setPart(value);
          setPage(1);
        }}
        options={[
          { value: 'numerator', label: 'Tử số' },
          { value: 'denominator', label: 'Mẫu số' },
        ]}
        style={{ marginBottom: 12 }}
      />
      <ProblemAlert error={items.error} />
      <Table<ItemRow>
        size="small"
        rowKey="id"
        columns={itemColumns(position)}
        dataSource={[...(items.data?.rows ?? [])]}
        loading={items.isPending}
        expandable={{
          columnTitle: 'Sự kiện',
          columnWidth: 70,
          expandedRowRender: (item) => <Evidence item={item} />,
        }}
        locale={{ emptyText: 'Không có mục nào' }}
        pagination={paging({ page, total: items.data?.total, onPage: setPage })}
      />
    </Drawer>
  );
};
