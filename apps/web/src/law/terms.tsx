import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { ProblemAlert } from '../shell/problem.js';
import { useSettled } from '../shell/settled.js';
import { AsOf } from './as-of.js';
import { useTerms } from './queries.js';
import type { TabProps } from './tab.js';
import { TermDetail } from './term-detail.js';
import { TermForm } from './term-form.js';
import type { TermRow, TermTold } from './types.js';
import { lengthsText } from './wording.js';

/** The row that people mean: the one in force, or the next to come. */
const shown = ({ row, toCome, history }: TermTold): TermRow | undefined =>
  row ?? toCome.at(-1) ?? history.find(({ read }) => read)?.row;

const keyOf = ({ code, kind }: { readonly code: string; readonly kind?: string }) => `${code}/${kind ?? ''}`;

const State = ({ told }: { readonly told: TermTold }) => (
  <>
    {!told.row && <Mark tone="plain">{told.toCome.length > 0 ? 'Chưa có hiệu lực' : 'Hết hiệu lực'}</Mark>}
    {told.row && told.toCome.length > 0 && <Mark tone="changed">Sắp thay đổi</Mark>}
    {told.released.length > 0 && <Mark tone="near">Bản phát hành khác</Mark>}
    {shown(told)?.status === 'toBeConfirmed' && <Mark tone="near">Cần xác nhận</Mark>}
  </>
);

const columns = [
  {
    title: 'Thời hạn',
    render: (_: unknown, told: TermTold) => (
      <>
        {shown(told)?.label}
        <br />
        <small>
          {told.code}
          {told.kind && ` / ${told.kind}`}
        </small>
      </>
    ),
  },
  {
    title: 'Độ dài',
    width: 260,
    render: (_: unknown, told: TermTold) => lengthsText(shown(told)?.lengths ?? {}),
  },
  { title: 'Căn cứ', width: 260, render: (_: unknown, told: TermTold) => shown(told)?.basis },
  {
    title: 'Hiệu lực từ',
    width: 110,
    render: (_: unknown, told: TermTold) => showDay(shown(told)?.validFrom ?? ''),
  },
  { title: 'Tình trạng', width: 150, render: (_: unknown, told: TermTold) => <State told={told} /> },
];

/** The table of terms as it stands on a day; an administrator enacts rows of it from a day on. */
export const TermsTab = ({ mayEnact, onEnacted }: TabProps) => {
  const [text, setText] = useState('');
  const [day, setDay] = useState<string>();
  const [writing, setWriting] = useState<{ readonly from?: TermRow; readonly asIs?: boolean }>();
  const terms = useTerms(day, useSettled(text.normalize('NFC').trim()));
  const takeUp = (from: TermRow) => {
    setWriting({ from, asIs: true });
    window.scrollTo({ top: 0 });
  };
  const enactColumn = {
    title: 'Thao tác',
    width: 120,
    render: (_: unknown, told: TermTold) => {
      const from = shown(told);
      return (
        <Button
          size="small"
          aria-label={`Ban hành dòng mới cho ${from?.label ?? told.code}`}
          onClick={() => {
            setWriting(from ? { from } : {});
            window.scrollTo({ top: 0 });
          }}
        >
          Dòng mới
        </Button>
      );
    },
  };
  return (
    <>
      <Space style={{ width: '100%', justifyContent: 'space-between' }} align="start" wrap>
        <AsOf
          day={day}
          onDay={setDay}
          search={{
            label: 'Tìm thời hạn',
            placeholder: 'Tên, mã, điều luật; gõ không dấu được',
            onText: setText,
          }}
        />
        {mayEnact && <Button onClick={() => setWriting({})}>Ban hành thời hạn mới</Button>}
      </Space>
      {writing && (
        <TermForm
          key={`${writing.from ? keyOf(writing.from) : 'new'}/${writing.asIs ?? false}`}
          {...writing}
          onClose={() => setWriting(undefined)}
          onEnacted={onEnacted}
        />
      )}
      <ProblemAlert error={terms.error} />
      <Table<TermTold>
        size="small"
        rowKey={keyOf}
        columns={mayEnact ? [...columns, enactColumn] : columns}
        dataSource={[...(terms.data?.rows ?? [])]}
        loading={terms.isPending}
        expandable={{
          expandedRowRender: (told) => <TermDetail told={told} {...(mayEnact ? { onTakeUp: takeUp } : {})} />,
        }}
        sticky={{ offsetHeader: 56 }}
        locale={{ emptyText: 'Không có thời hạn nào như vậy' }}
        pagination={{ defaultPageSize: 25, showSizeChanger: false, showTotal: (total) => `${total} thời hạn` }}
      />
    </>
  );
};
