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
import { WhyDue } from '../shell/why-due.js';
import { itemColumns } from './item-columns.js';

interface ChangedItemsProps {
  readonly unit: string;
  readonly period: string;
  readonly position: string;
}

const Known = ({ item, position }: { readonly item: ItemRow; readonly position: string }) => {
  const { id, dueOn, closedOn, outcomeLabel } = item;
  return (
    <>
      {closedOn ? `${outcomeLabel ?? 'Kết thúc'} ${showDay(closedOn)}` : 'Đang giải quyết'}
      {dueOn && <>, hạn {id === '' ? showDay(dueOn) : <WhyDue item={id} dueOn={dueOn} position={position} />}</>}
    </>
  );
};

const known = (position: string) => ({
  title: 'Lúc đó đã biết',
  width: 200,
  render: (_: unknown, { before, after }: ChangedItem) => (
    <>
      {before ? <Known item={before} position={position} /> : 'Chưa có'}
      {!after && ' (nay không còn)'}
    </>
  ),
});

/** What it is now; what is no more opens into why as it was known then. */
const columnsSince = (position: string) => [
  ...itemColumns().map((column) =>
    column.title === 'Hạn'
      ? {
          ...column,
          render: (_: unknown, { id, dueOn, after }: ChangedItem) =>
            dueOn &&
            (id === '' ? showDay(dueOn) : <WhyDue item={id} dueOn={dueOn} position={after ? undefined : position} />),
        }
      : column,
  ),
  known(position),
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
        columns={columnsSince(position)}
        dataSource={[...(changed.data?.rows ?? [])]}
        loading={changed.isPending}
        locale={{ emptyText: 'Không có gì thay đổi' }}
        pagination={paging({ page, total: changed.data?.total, onPage: setPage })}
      />
    </>
  );
};
