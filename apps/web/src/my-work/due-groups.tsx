import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { call, query } from '../api/client.js';
import type { DueGroup, DueList } from '../api/types.js';
import { showCount } from '../format/number.js';
import { ProblemAlert } from '../shell/problem.js';
import { asked, bucketNames, countOf, narrowed, type Bucket, type DueFilter, type GroupBy } from './due-filter.js';

interface DueGroupsProps {
  readonly groupBy: GroupBy;
  readonly filter: DueFilter;
  readonly onOpen: (filter: Partial<DueFilter>) => void;
}

const titles: Readonly<Record<GroupBy, string>> = { person: 'Người thụ lý', unit: 'Đơn vị', stage: 'Giai đoạn' };

/** What a row of the groups narrows the list to. */
const within = (groupBy: GroupBy, { key, name }: DueGroup): Partial<DueFilter> => {
  switch (groupBy) {
    case 'person':
      return { assignee: key, named: name };
    case 'unit':
      return { unit: key, named: name };
    case 'stage':
      return { docket: key };
  }
};

/** How much is due with each person, in each unit or at each stage; every number opens into its list. */
export const DueGroups = ({ groupBy, filter, onOpen }: DueGroupsProps) => {
  const due = useQuery({
    queryKey: ['due', 'groups', groupBy, filter],
    queryFn: () => call<DueList>(`/due${query({ ...asked(filter), bucket: 'all', groupBy, size: 1 })}`),
    placeholderData: (before) => before,
  });
  const cell = (group: DueGroup, bucket: Bucket, n: number) =>
    n === 0 ? (
      '0'
    ) : (
      <Button
        type="link"
        size="small"
        style={{ padding: 0 }}
        aria-label={`${group.name}, ${bucketNames[bucket]}: ${n}`}
        onClick={() => onOpen({ ...within(groupBy, group), bucket })}
      >
        {showCount(n)}
      </Button>
    );
  return (
    <>
      <ProblemAlert error={due.error} />
      <Table<DueGroup>
        size="small"
        rowKey="key"
        columns={[
          { title: titles[groupBy], dataIndex: 'name' },
          ...narrowed.map((bucket) => ({
            title: bucketNames[bucket],
            key: bucket,
            width: 110,
            align: 'right' as const,
            render: (_: unknown, group: DueGroup) => cell(group, bucket, group.counts[countOf[bucket]]),
          })),
          {
            title: 'Tất cả',
            width: 110,
            align: 'right' as const,
            render: (_: unknown, group: DueGroup) => cell(group, 'all', group.total),
          },
        ]}
        dataSource={[...(due.data?.groups ?? [])]}
        loading={due.isPending}
        locale={{ emptyText: 'Không có việc nào đến hạn' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </>
  );
};
