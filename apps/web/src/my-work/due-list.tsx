import { useQuery } from '@tanstack/react-query';
import { Segmented, Space, Switch, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, query } from '../api/client.js';
import type { DueList as Due, DueRow } from '../api/types.js';
import { daysLeftText, showDay } from '../format/day.js';
import { Mark, toneOf } from '../shell/mark.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { mayRecord, useUser } from '../shell/user.js';
import { useMine } from './total.js';

type Bucket = 'overdue' | 'today' | '3' | '7' | '30' | 'all';

const columns = [
  {
    title: 'Còn lại',
    width: 140,
    render: (_: unknown, { daysLeft }: DueRow) => <Mark tone={toneOf(daysLeft)}>{daysLeftText(daysLeft)}</Mark>,
  },
  {
    title: 'Hạn chót',
    width: 110,
    render: (_: unknown, { dueOn, provisional }: DueRow) => (
      <>
        {showDay(dueOn)}
        {provisional && <small> (tạm tính)</small>}
      </>
    ),
  },
  {
    title: 'Hồ sơ',
    render: (_: unknown, { register, id, number, title }: DueRow) => (
      <Link href={`/ho-so/${register}/${id}`}>
        {number} – {title}
      </Link>
    ),
  },
  { title: 'Giai đoạn', width: 170, dataIndex: 'docketLabel' },
  { title: 'Căn cứ', width: 200, dataIndex: 'basis' },
  { title: 'Kiểm sát viên', width: 170, dataIndex: 'assigneeName' },
];

const recordColumn = {
  title: 'Thao tác',
  width: 90,
  render: (_: unknown, { register, id, number }: DueRow) => (
    <Link href={`/ghi/${register}/${id}`} aria-label={`Ghi mốc ${number}`}>
      Ghi mốc
    </Link>
  ),
};

/** The open terms, nearest first, counted by how near they are. */
export const DueList = () => {
  const user = useUser();
  const [bucket, setBucket] = useState<Bucket>('all');
  const [mine, setMine] = useState(useMine());
  const [page, setPage] = useState(1);
  const due = useQuery({
    queryKey: ['due', bucket, mine, page],
    queryFn: () => call<Due>(`/due${query({ bucket, mine, page })}`),
    placeholderData: (before) => before,
  });
  const counts = due.data?.counts;
  const buckets: { value: Bucket; label: string }[] = [
    { value: 'overdue', label: `Quá hạn ${counts?.overdue ?? ''}` },
    { value: 'today', label: `Hôm nay ${counts?.today ?? ''}` },
    { value: '3', label: `1–3 ngày ${counts?.d3 ?? ''}` },
    { value: '7', label: `4–7 ngày ${counts?.d7 ?? ''}` },
    { value: '30', label: `8–30 ngày ${counts?.d30 ?? ''}` },
    { value: 'all', label: 'Tất cả' },
  ];
  return (
    <>
      <Space style={{ marginBottom: 12 }} wrap>
        <Segmented<Bucket>
          aria-label="Nhóm hạn"
          options={buckets}
          value={bucket}
          onChange={(value) => {
            setBucket(value);
            setPage(1);
          }}
        />
        <Space size={8}>
          <Switch
            id="mine"
            checked={mine}
            onChange={(next) => {
              setMine(next);
              setPage(1);
            }}
          />
          <label htmlFor="mine">Chỉ việc được phân công cho tôi</label>
        </Space>
      </Space>
      <ProblemAlert error={due.error} />
      <Table<DueRow>
        size="small"
        rowKey={({ register, id, docketLabel, dueOn, subject }) =>
          [register, id, docketLabel, dueOn, subject].join('/')
        }
        columns={mayRecord(user) ? [...columns, recordColumn] : columns}
        dataSource={[...(due.data?.rows ?? [])]}
        loading={due.isPending}
        sticky={{ offsetHeader: 56 }}
        locale={{ emptyText: 'Không có việc nào đến hạn' }}
        pagination={paging({ page, total: due.data?.total, onPage: setPage })}
      />
    </>
  );
};
