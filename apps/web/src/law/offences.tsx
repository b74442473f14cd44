import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { showDay } from '../format/day.js';
import { showCount } from '../format/number.js';
import { Mark } from '../shell/mark.js';
import { ProblemAlert } from '../shell/problem.js';
import { useSettled } from '../shell/settled.js';
import { AsOf } from './as-of.js';
import { History } from './history.js';
import { OffenceForm } from './offence-form.js';
import { useOffencesOn } from './queries.js';
import type { TabProps } from './tab.js';
import type { OffenceTold } from './types.js';
import { penaltyText, SEVERITIES } from './wording.js';

const columns = [
  { title: 'Điều', width: 70, dataIndex: 'article' },
  {
    title: 'Tội danh',
    render: (_: unknown, { name, note }: OffenceTold) => (
      <>
        {name}
        {note && (
          <>
            <br />
            <small>{note}</small>
          </>
        )}
      </>
    ),
  },
  {
    title: 'Khoản, mức cao nhất, loại tội phạm',
    width: 470,
    render: (_: unknown, { clauses }: OffenceTold) =>
      clauses.map(({ clause, max, severity, preparation, status }) => (
        <div key={clause}>
          Khoản {clause}: {penaltyText(max)} – {SEVERITIES[severity].toLowerCase()}
          {preparation && ' (chuẩn bị phạm tội)'} {status === 'toBeConfirmed' && <Mark tone="near">Cần xác nhận</Mark>}
        </div>
      )),
  },
  {
    title: 'Hiệu lực',
    width: 150,
    render: (_: unknown, { validFrom, validTo, others }: OffenceTold) => (
      <>
        từ {showDay(validFrom)}
        {validTo && ` đến trước ${showDay(validTo)}`}
        {others.map((other) => (
          <div key={other.validFrom}>
            <small>dòng khác từ {showDay(other.validFrom)}</small>
          </div>
        ))}
      </>
    ),
  },
];

/** The special part of the criminal code: severity by clause, as it stands on a day. */
export const OffencesTab = ({ mayEnact, onEnacted }: TabProps) => {
  const [text, setText] = useState('');
  const [day, setDay] = useState<string>();
  const [writing, setWriting] = useState<{ readonly from?: OffenceTold }>();
  const offences = useOffencesOn(day, useSettled(text.normalize('NFC').trim()));
  const { rows = [], total = 0 } = offences.data ?? {};
  const defineColumn = {
    title: 'Thao tác',
    width: 130,
    render: (_: unknown, from: OffenceTold) => (
      <Button
        size="small"
        aria-label={`Quy định lại Điều ${from.article}`}
        onClick={() => {
          setWriting({ from });
          window.scrollTo({ top: 0 });
        }}
      >
        Quy định lại
      </Button>
    ),
  };
  return (
    <>
      <Space style={{ width: '100%', justifyContent: 'space-between' }} align="start" wrap>
        <AsOf
          day={day}
          onDay={setDay}
          search={{
            label: 'Tìm tội danh',
            placeholder: '173, điều 173 khoản 2, trom cap…',
            onText: setText,
          }}
        />
        {mayEnact && <Button onClick={() => setWriting({})}>Thêm tội danh</Button>}
      </Space>
      {writing && (
        <OffenceForm
          key={writing.from?.article ?? 'new'}
          {...writing}
          onClose={() => setWriting(undefined)}
          onEnacted={onEnacted}
        />
      )}
      <ProblemAlert error={offences.error} />
      <Table<OffenceTold>
        size="small"
        rowKey="article"
        columns={mayEnact ? [...columns, defineColumn] : columns}
        dataSource={[...rows]}
        loading={offences.isPending}
        pagination={false}
        locale={{ emptyText: 'Không có tội danh nào như vậy' }}
        expandable={{
          expandedRowRender: ({ history }) => (
            <History rows={history} what={({ validFrom }) => `Dòng hiệu lực từ ${showDay(validFrom)}`} />
          ),
        }}
        footer={() =>
          total > rows.length
            ? `Đang hiện ${showCount(rows.length)} trong ${showCount(total)} tội danh; gõ số điều hoặc tên để thu hẹp.`
            : `${showCount(total)} tội danh`
        }
      />
    </>
  );
};
