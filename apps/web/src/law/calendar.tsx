import { Alert, Button, Select, Space, Spin, Table } from 'antd';
import { useState } from 'react';
import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { ProblemAlert } from '../shell/problem.js';
import { DayForm } from './day-form.js';
import { History } from './history.js';
import { Month } from './month.js';
import { useCalendar } from './queries.js';
import type { TabProps } from './tab.js';
import type { CalendarDay, CalendarTold, LawAbout } from './types.js';
import { DAY_KINDS, DAY_STATUSES } from './wording.js';
import { YearForm } from './year-form.js';

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

const columns = [
  { title: 'Ngày', width: 110, render: (_: unknown, { day }: CalendarDay) => showDay(day) },
  { title: 'Thứ', width: 90, render: (_: unknown, { weekday }: CalendarDay) => WEEKDAYS[weekday] },
  {
    title: 'Loại',
    width: 150,
    render: (_: unknown, { kind = '' }: CalendarDay) => (
      <Mark tone={kind === 'swapped-working' ? 'changed' : 'bad'}>{DAY_KINDS[kind]}</Mark>
    ),
  },
  { title: 'Tên', dataIndex: 'name' },
  { title: 'Căn cứ', dataIndex: 'basis' },
  {
    title: 'Mức độ xác thực',
    width: 200,
    render: (_: unknown, { status = '' }: CalendarDay) => (
      <Mark tone={status === 'unverified' ? 'near' : 'plain'}>{DAY_STATUSES[status]}</Mark>
    ),
  },
];

type Writing = { readonly what: 'day'; readonly day?: CalendarDay } | { readonly what: 'year' };

const Year = ({ calendar }: { readonly calendar: CalendarTold }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 20, marginBottom: 16 }}>
    {Array.from({ length: 12 }, (_, i) => {
      const prefix = `${calendar.year}-${String(i + 1).padStart(2, '0')}-`;
      return <Month key={prefix} month={i + 1} days={calendar.days.filter(({ day }) => day.startsWith(prefix))} />;
    })}
  </div>
);

/** The working-day calendar of a year: every day, why it is off, and whether that may still change. */
export const CalendarTab = ({ about, mayEnact, onEnacted }: TabProps & { readonly about: LawAbout }) => {
  const thisYear = Number(about.today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [writing, setWriting] = useState<Writing>();
  const calendar = useCalendar(year);
  const known = about.years.map((one) => one.year);
  const years = [...new Set([...known, Math.max(thisYear, ...known) + 1])].sort((a, b) => b - a);
  const data = calendar.data?.year === year ? calendar.data : undefined;
  const correctColumn = {
    title: 'Thao tác',
    width: 110,
    render: (_: unknown, day: CalendarDay) => (
      <Button
        size="small"
        aria-label={`Đính chính ngày ${showDay(day.day)}`}
        onClick={() => {
          setWriting({ what: 'day', day });
          window.scrollTo({ top: 0 });
        }}
      >
        Đính chính
      </Button>
    ),
  };
  const close = () => setWriting(undefined);
  return (
    <>
      <Space style={{ marginBottom: 12 }} wrap>
        <label htmlFor="calendar-year">Năm</label>
        <Select
          id="calendar-year"
          style={{ width: 120 }}
          value={year}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(next: number) => {
            setYear(next);
            close();
          }}
        />
        {mayEnact && data && <Button onClick={() => setWriting({ what: 'year' })}>Công bố lịch cả năm</Button>}
        {mayEnact && data?.published && (
          <Button onClick={() => setWriting({ what: 'day' })}>Đính chính một ngày</Button>
        )}
      </Space>
      <ProblemAlert error={calendar.error} />
      {!data && !calendar.error && <Spin style={{ display: 'block', margin: 24 }} />}
      {data?.provisional && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`Lịch năm ${year} là tạm tính`}
          description="Chưa công bố đủ các ngày nghỉ của năm; mọi thời hạn rơi vào năm này ghi “tạm tính”."
        />
      )}
      {data && writing?.what === 'year' && (
        <YearForm key={year} calendar={data} onClose={close} onEnacted={onEnacted} />
      )}
      {data && writing?.what === 'day' && (
        <DayForm
          key={writing.day?.day ?? 'new'}
          year={year}
          {...(writing.day ? { day: writing.day } : {})}
          onClose={close}
          onEnacted={onEnacted}
        />
      )}
      {data && (
        <>
          <Year calendar={data} />
          <Table<CalendarDay>
            size="small"
            rowKey="day"
            columns={mayEnact ? [...columns, correctColumn] : columns}
            dataSource={data.days.filter(({ kind }) => kind !== undefined)}
            pagination={false}
            locale={{ emptyText: 'Chưa biết ngày nghỉ nào của năm này' }}
          />
          <div style={{ marginTop: 12 }}>
            <strong>Quá trình</strong>
            <History
              rows={data.history}
              what={({ type, data: { day, kind = '', name } }) =>
                type === 'CalendarDayCorrected' && day
                  ? `${showDay(day)}: ${DAY_KINDS[kind] ?? kind}, ${name ?? ''}`
                  : `Công bố lịch năm ${year}`
              }
            />
          </div>
        </>
      )}
    </>
  );
};
