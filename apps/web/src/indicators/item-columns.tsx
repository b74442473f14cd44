import { Link } from 'wouter';
import type { ItemRow } from '../api/figures.js';
import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { WhyDue } from '../shell/why-due.js';

/**
 * The columns of every list of docket items.
 * @param position what had been known there, where the list is of former knowledge
 */
export const itemColumns = (position?: string) => [
  {
    title: 'Hồ sơ',
    render: (_: unknown, { register, file, number, title }: ItemRow) => (
      <Link href={`/ho-so/${register}/${file}`}>
        {number} – {title}
      </Link>
    ),
  },
  { title: 'Đơn vị', width: 200, dataIndex: 'unitName' },
  { title: 'Từ ngày', width: 100, render: (_: unknown, { openedOn }: ItemRow) => showDay(openedOn) },
  {
    title: 'Hạn',
    width: 100,
    // A sealed file's item has no name here: who may not read it isn't told why.
    render: (_: unknown, { id, dueOn }: ItemRow) =>
      dueOn && (id === '' ? showDay(dueOn) : <WhyDue item={id} dueOn={dueOn} position={position} />),
  },
  {
    title: 'Kết thúc',
    width: 220,
    render: (_: unknown, { closedOn, outcome, outcomeLabel, onTime }: ItemRow) => (
      <>
        {closedOn ? `${showDay(closedOn)} ${outcomeLabel ?? outcome ?? ''}` : 'Đang giải quyết'}{' '}
        {onTime !== undefined && <Mark tone={onTime ? 'good' : 'bad'}>{onTime ? 'Đúng hạn' : 'Quá hạn'}</Mark>}
      </>
    ),
  },
];
