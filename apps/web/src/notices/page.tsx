import { Card, Segmented, Space, Switch, Table } from 'antd';
import { useState } from 'react';
import { showDay } from '../format/day.js';
import { PageTitle } from '../shell/page-title.js';
import { paging } from '../shell/paging.js';
import { ProblemAlert } from '../shell/problem.js';
import { DueCell, FileCell, MailCell, NoteCell, PersonCell } from './cells.js';
import { useNotices } from './queries.js';
import { NoticeSettingsCard } from './settings.js';
import type { NoticeRow } from './types.js';

type Whose = 'mine' | 'unit';

/** Who was reminded of what and when; what waits for one's own note; how to be reached outside these pages. */
export const NoticesPage = () => {
  const [whose, setWhose] = useState<Whose>('mine');
  const [unread, setUnread] = useState(false);
  const [page, setPage] = useState(1);
  const notices = useNotices({ mine: whose === 'mine', unread, page });
  const mail = notices.data?.mail ?? false;
  return (
    <>
      <PageTitle>Thông báo</PageTitle>
      <Card size="small" style={{ marginBottom: 12 }}>
        <Space size={[24, 8]} style={{ marginBottom: 12 }} wrap>
          <Segmented<Whose>
            aria-label="Lời nhắc của ai"
            options={[
              { value: 'mine', label: 'Gửi cho tôi' },
              { value: 'unit', label: 'Cả đơn vị' },
            ]}
            value={whose}
            onChange={(next) => {
              setWhose(next);
              setPage(1);
            }}
          />
          <Space size={8}>
            <Switch
              id="unread"
              checked={unread}
              onChange={(next) => {
                setUnread(next);
                setPage(1);
              }}
            />
            <label htmlFor="unread">Chỉ lời nhắc còn hiệu lực, chưa xác nhận</label>
          </Space>
          <span>Lời nhắc không tạm hoãn được; xác nhận không dừng bước nhắc sau.</span>
        </Space>
        <ProblemAlert error={notices.error} />
        <Table<NoticeRow>
          size="small"
          rowKey={({ id }) => id}
          dataSource={[...(notices.data?.rows ?? [])]}
          loading={notices.isPending}
          sticky={{ offsetHeader: 56 }}
          locale={{ emptyText: 'Không có lời nhắc nào' }}
          pagination={paging({ page, total: notices.data?.total, onPage: setPage })}
          columns={[
            { title: 'Ngày nhắc', width: 105, render: (_, { on }) => showDay(on) },
            { title: 'Hồ sơ, việc phải làm', render: (_, row) => <FileCell row={row} /> },
            { title: 'Hạn, vì sao', width: 150, render: (_, row) => <DueCell row={row} /> },
            { title: 'Bước nhắc', width: 170, dataIndex: 'rungLabel' },
            { title: 'Người được nhắc', width: 210, render: (_, row) => <PersonCell row={row} /> },
            { title: 'Thư', width: 150, render: (_, row) => <MailCell row={row} on={mail} /> },
            { title: 'Xác nhận', width: 170, render: (_, row) => <NoteCell row={row} /> },
          ]}
        />
      </Card>
      <NoticeSettingsCard />
    </>
  );
};
