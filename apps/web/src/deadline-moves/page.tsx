import { useQuery } from '@tanstack/react-query';
import { Card, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { call, query } from '../api/client.js';
import type { Page } from '../api/types.js';
import { showInstant } from '../format/day.js';
import { showCount } from '../format/number.js';
import { PageTitle } from '../shell/page-title.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { FromTo } from './from-to.js';
import type { MovedDeadline, MovingEvent } from './types.js';

const columns = [
  {
    title: 'Hồ sơ',
    render: (_: unknown, { sealed, register, id, number, title }: MovedDeadline) =>
      sealed ? (
        'Hồ sơ mật: không hiện tên'
      ) : (
        <Link href={`/ho-so/${register}/${id}`}>
          {number} – {title}
        </Link>
      ),
  },
  { title: 'Giai đoạn', width: 190, dataIndex: 'docketLabel' },
  {
    title: 'Hạn cũ → hạn mới',
    width: 310,
    render: (_: unknown, { from, to, item, position, sealed }: MovedDeadline) => (
      <FromTo from={from} to={to} {...(sealed ? {} : { of: { item, position } })} />
    ),
  },
  { title: 'Căn cứ của thời hạn', width: 200, dataIndex: 'basis' },
  { title: 'Đơn vị', width: 180, dataIndex: 'unitName' },
  { title: 'Kiểm sát viên', width: 160, dataIndex: 'assigneeName' },
];

const named = ({ label, about, recordedAt, moved }: MovingEvent) =>
  `${showInstant(recordedAt)} – ${label}${about ? ` (${about})` : ''}: ${showCount(moved)} hạn`;

/** Which due dates a change of calendar, term or reading moved, from which day to which. */
export const DeadlineMovesPage = () => {
  const [asked, setAsked] = useSearchParams();
  const [page, setPage] = useState(1);
  const events = useQuery({
    queryKey: ['deadline-moves', 'events'],
    queryFn: () => call<readonly MovingEvent[]>('/deadline-moves/events'),
  });
  const event = asked.get('event') ?? events.data?.[0]?.event;
  const moves = useQuery({
    queryKey: ['deadline-moves', event, page],
    queryFn: () => call<Page<MovedDeadline>>(`/deadline-moves${query({ event, page })}`),
    enabled: event !== undefined,
    placeholderData: (before) => before,
  });
  const chosen = events.data?.find((one) => one.event === event);
  const none = events.data?.length === 0;
  return (
    <>
      <PageTitle>Hạn đã thay đổi</PageTitle>
      <Card size="small">
        <ProblemAlert error={events.error ?? moves.error} />
        <Space style={{ marginBottom: 12 }} wrap>
          <label htmlFor="moving-event">Do văn bản, quyết định</label>
          <Select
            id="moving-event"
            style={{ minWidth: 520 }}
            loading={events.isPending}
            disabled={none}
            value={event ?? null}
            options={(events.data ?? []).map((one) => ({ value: one.event, label: named(one) }))}
            onChange={(value: string) => {
              setAsked({ event: value });
              setPage(1);
            }}
          />
        </Space>
        {chosen && (
          <p style={{ marginTop: 0 }}>
            {showCount(chosen.moved)} hạn trong {showCount(chosen.files)} hồ sơ đã thay đổi.
            {chosen.basis && ` Căn cứ: ${chosen.basis}.`}
          </p>
        )}
        <Table<MovedDeadline>
          size="small"
          rowKey={({ item, from, to }) => [item, from, to].join('/')}
          columns={columns}
          dataSource={none ? [] : [...(moves.data?.rows ?? [])]}
          loading={!none && moves.isPending}
          sticky={{ offsetHeader: 56 }}
          locale={{ emptyText: 'Chưa có thay đổi nào của lịch, thời hạn hay cách tính làm thay đổi hạn' }}
          pagination={paging({ page, total: moves.data?.total, onPage: setPage })}
        />
      </Card>
    </>
  );
};
