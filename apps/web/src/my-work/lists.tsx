import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, query } from '../api/client.js';
import type { BreachRow, LateEntry, Page, PendingRow } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { useMine } from './total.js';

interface ListProps<Row> {
  readonly name: string;
  readonly filter: Readonly<Record<string, string | boolean>>;
  readonly empty: string;
  readonly columns: TableColumnsType<Row>;
  readonly rowKey: (row: Row) => string;
}

const List = <Row extends object>({ name, filter, empty, columns, rowKey }: ListProps<Row>) => {
  const [page, setPage] = useState(1);
  const list = useQuery({
    queryKey: [name, filter, page],
    queryFn: () => call<Page<Row>>(`/${name}${query({ ...filter, page })}`),
    placeholderData: (before) => before,
  });
  return (
    <>
      <ProblemAlert error={list.error} />
      <Table<Row>
        size="small"
        rowKey={rowKey}
        columns={columns}
        dataSource={[...(list.data?.rows ?? [])]}
        loading={list.isPending}
        sticky={{ offsetHeader: 56 }}
        locale={{ emptyText: empty }}
        pagination={paging({ page, total: list.data?.total, onPage: setPage })}
      />
    </>
  );
};

const fileLink = (register: string, id: string, number: string, title: string) => (
  <Link href={`/ho-so/${register}/${id}`}>
    {number} – {title}
  </Link>
);

export const WaitingApprovals = () => (
  <List<PendingRow>
    name="corrections"
    filter={{ state: 'pending' }}
    empty="Không có đề nghị nào chờ duyệt"
    rowKey={({ id }) => id}
    columns={[
      {
        title: 'Hồ sơ',
        render: (_, { register, file, number, title }) => fileLink(register, file, number, title),
      },
      { title: 'Lý do', dataIndex: 'reason' },
      { title: 'Người đề nghị', width: 180, dataIndex: 'requestedByName' },
      { title: 'Lúc', width: 140, render: (_, { recordedAt }) => showInstant(recordedAt) },
      {
        title: 'Ai quyết định',
        width: 180,
        render: (_, { mayDecide }) => (mayDecide ? <strong>Chờ tôi duyệt</strong> : 'Chờ lãnh đạo đơn vị'),
      },
    ]}
  />
);

export const Breaches = () => (
  <List<BreachRow>
    name="breaches"
    filter={{ mine: useMine() }}
    empty="Không có vi phạm nào"
    rowKey={({ register, id, fact, code }) => `${register}/${id}/${fact}/${code}`}
    columns={[
      { title: 'Ngày', width: 110, render: (_, { on }) => showDay(on) },
      { title: 'Hồ sơ', render: (_, { register, id, number, title }) => fileLink(register, id, number, title) },
      {
        title: 'Quy định không được bảo đảm',
        render: (_, { text, detail }) => (
          <>
            {text}
            <br />
            <small>{detail}</small>
          </>
        ),
      },
      { title: 'Căn cứ', width: 260, dataIndex: 'basis' },
      { title: 'Đơn vị', width: 200, dataIndex: 'unitName' },
    ]}
  />
);

export const LateEntries = () => (
  <List<LateEntry>
    name="late-entries"
    filter={{ mine: useMine() }}
    empty="Không có mốc nào ghi muộn"
    rowKey={({ event }) => event}
    columns={[
      { title: 'Ghi muộn', width: 110, render: (_, { days }) => `${days} ngày` },
      { title: 'Hồ sơ', render: (_, { register, id, number, title }) => fileLink(register, id, number, title) },
      { title: 'Mốc', dataIndex: 'label' },
      { title: 'Ngày diễn ra', width: 120, render: (_, { on }) => showDay(on) },
      { title: 'Ghi lúc', width: 140, render: (_, { recordedAt }) => showInstant(recordedAt) },
      { title: 'Người ghi', width: 180, dataIndex: 'actorName' },
    ]}
  />
);
