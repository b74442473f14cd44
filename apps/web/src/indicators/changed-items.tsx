import { useQuery } from '@tanstack/react-query';
import { Table, Typography } from 'antd';
import { call, query } from '../api/client.js';
import type { ItemRow, Page } from '../api/types.js';
import { ProblemAlert } from '../shell/problem.js';
import { itemColumns } from './item-columns.js';

interface ChangedItemsProps {
  readonly unit: string;
  readonly period: string;
  readonly position: string;
}

/** What has become known since: the items that are different today. */
export const ChangedItems = ({ unit, period, position }: ChangedItemsProps) => {
  const changed = useQuery({
    queryKey: ['items', 'changed', unit, period, position],
    queryFn: () => call<Page<ItemRow>>(`/indicators/changes${query({ unit, period, position })}`),
  });
  return (
    <>
      <Typography.Title level={4} style={{ marginTop: 20 }}>
        Thay đổi từ đó đến nay ({(changed.data?.total ?? 0).toLocaleString('vi-VN')})
      </Typography.Title>
      <ProblemAlert error={changed.error} />
      <Table<ItemRow>
        size="small"
        rowKey="id"
        columns={itemColumns}
        dataSource={[...(changed.data?.rows ?? [])]}
        loading={changed.isPending}
        pagination={{ pageSize: 20 }}
      />
    </>
  );
};
