import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Space, Typography } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';
import { useNoticeSettings } from './queries.js';
import type { NoticeSettings } from './types.js';

/** The pages' own address, before a path. */
const here = () => window.location.origin;

const Address = ({ settings, onDone }: { readonly settings: NoticeSettings; readonly onDone: () => Promise<void> }) => {
  const [email, setEmail] = useState(settings.email ?? '');
  const [problem, setProblem] = useState<unknown>();
  const save = async () => {
    const body = email.trim() === '' ? {} : { email: email.trim() };
    await call('/notice-settings/email', { method: 'POST', body }).then(async () => {
      setProblem(undefined);
      await onDone();
    }, setProblem);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor="email">Địa chỉ thư điện tử nhận lời nhắc</label>
      <br />
      <Space.Compact style={{ width: '100%', maxWidth: 460 }}>
        <Input
          id="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Button htmlType="submit" disabled={email.trim() === (settings.email ?? '')}>
          Lưu
        </Button>
      </Space.Compact>
      <ProblemAlert error={problem} />
      {!settings.mail && (
        <p style={{ margin: '4px 0 0' }}>
          Máy chủ này chưa bật gửi thư (KIEMSAT_SMTP_URL): lời nhắc chỉ hiện trên trang này.
        </p>
      )}
    </form>
  );
};

const CalendarLink = ({
  madeAt,
  onDone,
}: {
  readonly madeAt: string | undefined;
  readonly onDone: () => Promise<void>;
}) => {
  const [link, setLink] = useState<string | undefined>();
  const [problem, setProblem] = useState<unknown>();
  const make = async () => {
    await call<{ path: string }>('/notice-settings/calendar', { method: 'POST' }).then(async ({ path }) => {
      setLink(`${here()}${path}`);
      setProblem(undefined);
      await onDone();
    }, setProblem);
  };
  const end = async () => {
    await call('/notice-settings/calendar', { method: 'DELETE' }).then(async () => {
      setLink(undefined);
      setProblem(undefined);
      await onDone();
    }, setProblem);
  };
  return (
    <div>
      <div>Lịch cá nhân (iCalendar): các hạn đang mở của tôi, cho Outlook, Google Lịch hay điện thoại.</div>
      <Space style={{ margin: '4px 0' }} wrap>
        <Button onClick={() => void make()}>{madeAt ? 'Tạo liên kết khác' : 'Tạo liên kết lịch'}</Button>
        {madeAt && <Button onClick={() => void end()}>Thu hồi liên kết</Button>}
        {madeAt && !link && <span>Liên kết tạo lúc {showInstant(madeAt)} đang dùng được.</span>}
      </Space>
      {link && (
        <Alert
          type="success"
          title="Chép liên kết này vào ứng dụng lịch. Nó chỉ hiện một lần; ai có nó đều đọc được lịch, hãy giữ kín."
          description={
            <Typography.Text copyable={{ tooltips: ['Chép', 'Đã chép'] }} style={{ wordBreak: 'break-all' }}>
              {link}
            </Typography.Text>
          }
        />
      )}
      <ProblemAlert error={problem} />
    </div>
  );
};

/** How one is reached outside these pages. */
export const NoticeSettingsCard = () => {
  const settings = useNoticeSettings();
  const queries = useQueryClient();
  const onDone = () => queries.invalidateQueries({ queryKey: ['notice-settings'] });
  if (!settings.data) return <ProblemAlert error={settings.error} />;
  return (
    <Card size="small" title="Nhận nhắc ngoài phần mềm">
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        <Address key={settings.data.email} settings={settings.data} onDone={onDone} />
        <CalendarLink madeAt={settings.data.calendarMadeAt} onDone={onDone} />
      </Space>
    </Card>
  );
};
