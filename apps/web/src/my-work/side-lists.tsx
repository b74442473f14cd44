import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { call, query } from '../api/client.js';
import type { BreachRow, LateEntry, Page, PendingCorrection } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';
import { useUser } from '../shell/user.js';

interface ListCardProps<Row> {
  readonly title: string;
  readonly empty: string;
  readonly path: string;
  readonly name: string;
  readonly render: (row: Row) => ReactNode;
}

const ListCard = <Row,>({ title, empty, path, name, render }: ListCardProps<Row>) => {
  const list = useQuery({ queryKey: [name, path], queryFn: () => call<Page<Row>>(path) });
  const rows = list.data?.rows ?? [];
  return (
    <Card
      size="small"
      title={`${title} (${(list.data?.total ?? 0).toLocaleString('vi-VN')})`}
      style={{ marginBottom: 12 }}
    >
      <ProblemAlert error={list.error} />
      {rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : (
        <ul style={{ paddingLeft: 16, margin: 0 }}>
          {rows.slice(0, 8).map((row, i) => (
            <li key={i} style={{ marginBottom: 6 }}>
              {render(row)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

export const WaitingApprovals = () => (
  <ListCard<PendingCorrection>
    title="Đính chính chờ duyệt"
    empty="Không có đề nghị nào chờ duyệt"
    name="corrections"
    path="/corrections?state=pending"
    render={({ register, file, number, reason, recordedAt, requestedByName, mayDecide }) => (
      <>
        <Link href={`/ho-so/${register}/${file}`}>{number ?? file}</Link> – {reason} ({requestedByName},{' '}
        {showInstant(recordedAt)}){mayDecide ? ' – chờ tôi duyệt' : ''}
      </>
    )}
  />
);

const useMine = () => useUser().roles.includes('prosecutor');

export const Breaches = () => {
  const mine = useMine();
  return (
    <ListCard<BreachRow>
      title="Vi phạm ghi nhận được"
      empty="Không có vi phạm nào"
      name="breaches"
      path={`/breaches${query({ mine })}`}
      render={({ register, id, number, text, on, basis }) => (
        <>
          <Link href={`/ho-so/${register}/${id}`}>{number}</Link> – {text} ({showDay(on)}; {basis})
        </>
      )}
    />
  );
};

export const LateEntries = () => {
  const mine = useMine();
  return (
    <ListCard<LateEntry>
      title="Ghi muộn"
      empty="Không có mốc nào ghi muộn"
      name="late-entries"
      path={`/late-entries${query({ mine })}`}
      render={({ register, id, number, label, on, days }) => (
        <>
          <Link href={`/ho-so/${register}/${id}`}>{number}</Link> – {label} ngày {showDay(on)}, ghi sau {days} ngày
        </>
      )}
    />
  );
};
