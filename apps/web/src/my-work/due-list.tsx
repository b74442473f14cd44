import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Space, Switch, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { call, query } from '../api/client.js';
import type { DueList as Due } from '../api/types.js';
import { showCount } from '../format/number.js';
import { ProblemAlert } from '../shell/problem.js';
import { useUser } from '../shell/user.js';
import { asked, bucketNames, countOf, narrowed, type Bucket, type DueFilter, type GroupBy } from './due-filter.js';
import { DueGroups } from './due-groups.js';
import { DueTable } from './due-table.js';
import { useMine } from './total.js';

const views: readonly { readonly value: GroupBy | 'list'; readonly label: string }[] = [
  { value: 'list', label: 'Danh sách' },
  { value: 'person', label: 'Theo người' },
  { value: 'unit', label: 'Theo đơn vị' },
  { value: 'stage', label: 'Theo giai đoạn' },
];

/** What is due, nearest first: by how near it is, of which stage, and for a head with whom and where. */
export const DueList = () => {
  const { roles } = useUser();
  const [filter, setFilter] = useState<DueFilter>({ bucket: 'all', mine: useMine() });
  const [view, setView] = useState<GroupBy | 'list'>('list');
  const [page, setPage] = useState(1);
  const due = useQuery({
    queryKey: ['due', filter, page],
    queryFn: () => call<Due>(`/due${query({ ...asked(filter), page })}`),
    placeholderData: (before) => before,
  });
  const set = (change: Partial<DueFilter>) => {
    setFilter({ ...filter, ...change });
    setPage(1);
  };
  const leads = roles.some((role) => role !== 'prosecutor');
  const { counts, stages = [] } = due.data ?? {};
  const named = (bucket: Bucket) => {
    const n = bucket === 'all' ? undefined : counts?.[countOf[bucket]];
    return n === undefined ? bucketNames[bucket] : `${bucketNames[bucket]} (${showCount(n)})`;
  };
  const table = <DueTable due={due.data} loading={due.isPending} page={page} onPage={setPage} />;
  return (
    <>
      <Space style={{ marginBottom: 8 }} size={16} wrap>
        {leads && (
          <Segmented<GroupBy | 'list'>
            aria-label="Xem thời hạn"
            options={[...views]}
            value={view}
            onChange={(next) => {
              setView(next);
              set({ mine: false, assignee: undefined, unit: undefined, named: undefined });
            }}
          />
        )}
        <Select
          aria-label="Giai đoạn"
          allowClear
          style={{ width: 260 }}
          placeholder="Mọi giai đoạn"
          value={filter.docket ?? null}
          options={stages.map(({ docket, label }) => ({ value: docket, label }))}
          onChange={(docket: string | null) => set({ docket: docket ?? undefined })}
        />
        {view === 'list' && (
          <Space size={8}>
            <Switch
              id="mine"
              checked={filter.mine}
              onChange={(mine) => set({ mine, assignee: undefined, unit: undefined, named: undefined })}
            />
            <label htmlFor="mine">Chỉ việc được phân công cho tôi</label>
          </Space>
        )}
        {filter.named !== undefined && (
          <Tag closable onClose={() => set({ assignee: undefined, unit: undefined, named: undefined })}>
            {filter.named}
          </Tag>
        )}
      </Space>
      <ProblemAlert error={due.error} />
      {view === 'list' ? (
        <Tabs
          size="small"
          activeKey={filter.bucket}
          onChange={(bucket) => set({ bucket: [...narrowed, 'all' as const].find((one) => one === bucket) ?? 'all' })}
          items={(['all', ...narrowed] as const).map((bucket) => ({
            key: bucket,
            label: named(bucket),
            children: bucket === filter.bucket ? table : null,
          }))}
        />
      ) : (
        <DueGroups
          groupBy={view}
          filter={filter}
          onOpen={(change) => {
            set(change);
            setView('list');
          }}
        />
      )}
    </>
  );
};
