import { useQuery } from '@tanstack/react-query';
import { Table, Typography } from 'antd';
import { useState } from 'react';
import { call, query } from '../api/client.js';
import type { ChangedItem, ItemRow } from '../api/figures.js';
import type { Page } from '../api/types.js';
import { showDay } from '../format/day.js';
import { showCount } from '../format/number.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { itemColumns } from './item-columns.js';

interface ChangedItemsProps {
  readonly unit: string;
  readonly period: string;
  readonly position: string;
}

const inWords = ({ dueOn, closedOn, outcomeLabel }: ItemRow) =>
  [
    closedOn ? `${outcomeLabel ?? 'Kết thúc'} ${showDay(closedOn)}` : 'Đang giải quyết',
    ...(dueOn ? [`hạn ${showDay(dueOn)}`] : []),
  ].join(', ');

const columns = [
  ...itemColumns,
  {
    title: 'Lúc đó đã biết',
    width: 200,
    render: (_: unknown, { before, after }: ChangedItem) => (
      <>
        {before ? inWords(before) : 'Chưa có'}
        {!after && ' (nay không còn)'}
      </>
    ),
  },
];

/** What has become known since: the items that are different today. */
export const ChangedItems = ({ unit, period, position }: ChangedItemsProps) => {
  const [page, setPage] = useState(1);
  const changed = useQuery({
    queryKey: ['items', 'changed', unit, period, position, page],
    queryFn: () => call<Page<ChangedItem>>(`/indicators/changes${query({ unit, period, position, page })}`),
    placeholderData: (before) => before,
  });
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 20 }}>
        Thay đổi từ đó đến nay ({showCount(changed.data?.total ?? 0)})
      </Typography.Title>
      <ProblemAlert error={changed.error} />
      <Table<ChangedItem>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...(changed.data?.rows ?? [])]}
        loading={changed.isPending}
        locale={{ emptyText: 'Không có gì thay đổi' }}
        pagination={paging({ page, total: changed.data?.total, onPage: setPage })}
      />
    </>
  );
};
