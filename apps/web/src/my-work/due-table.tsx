import { Table } from 'antd';
import { Link } from 'wouter';
import type { DueList, DueRow } from '../api/types.js';
import { daysLeftText, showDay } from '../format/day.js';
import { Mark, toneOf } from '../shell/mark.js';
import { paging } from '../shell/paging.js';
import { mayRecord, useUser } from '../shell/user.js';
import { WhyDue } from '../shell/why-due.js';

const columns = [
  {
    title: 'Còn lại',
    width: 140,
    render: (_: unknown, { daysLeft }: DueRow) => <Mark tone={toneOf(daysLeft)}>{daysLeftText(daysLeft)}</Mark>,
  },
  {
    title: 'Hạn chót',
    width: 170,
    render: (_: unknown, { item, dueOn, daysLeft, provisional, askBy }: DueRow) => (
      <>
        <WhyDue item={item} dueOn={dueOn} />
        {provisional && <small> (tạm tính)</small>}
        {askBy && daysLeft >= 0 && (
          <div>
            <small>Đề nghị gia hạn chậm nhất {showDay(askBy)}</small>
          </div>
        )}
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
  {
    title: 'Việc, giai đoạn',
    width: 260,
    render: (_: unknown, { label, docketLabel, awaitsReceipt }: DueRow) => (
      <>
        {label ?? docketLabel}
        {awaitsReceipt && (
          <div>
            <small>Chưa ghi nhận đã gửi; nhận được rồi thì ghi mốc “Nhận quyết định”.</small>
          </div>
        )}
      </>
    ),
  },
  { title: 'Căn cứ', width: 190, dataIndex: 'basis' },
  { title: 'Kiểm sát viên', width: 160, dataIndex: 'assigneeName' },
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

interface DueTableProps {
  readonly due: DueList | undefined;
  readonly loading: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** One page of what is due, soonest first. */
export const DueTable = ({ due, loading, page, onPage }: DueTableProps) => (
  <Table<DueRow>
    size="small"
    rowKey="item"
    columns={mayRecord(useUser()) ? [...columns, recordColumn] : columns}
    dataSource={[...(due?.rows ?? [])]}
    loading={loading}
    sticky={{ offsetHeader: 56 }}
    locale={{ emptyText: 'Không có việc nào đến hạn' }}
    pagination={paging({ page, total: due?.total, onPage })}
  />
);
