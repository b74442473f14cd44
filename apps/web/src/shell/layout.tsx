import { useQueryClient } from '@tanstack/react-query';
import { Button, Layout } from 'antd';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { call } from '../api/client.js';
import { useLiveUpdates } from '../api/live.js';
import { Bell } from '../notices/bell.js';
import { dropAllDrafts } from '../record/draft.js';
import { LinkButton } from './link-button.js';
import { Mark } from './mark.js';
import { Search } from './search.js';
import { useShortcuts } from './shortcuts.js';
import { mayRecord, maySeeFiles, useUser } from './user.js';

const Tab = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => {
  const [here] = useRoute(to);
  return (
    <Link
      href={to}
      aria-current={here ? 'page' : undefined}
      style={{
        color: '#fff',
        whiteSpace: 'nowrap',
        fontWeight: here ? 700 : 400,
        textDecoration: here ? 'underline' : 'none',
      }}
    >
      {children}
    </Link>
  );
};

const bar = {
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  padding: '0 20px',
  height: 56,
  lineHeight: 1.3,
  position: 'sticky',
  top: 0,
  zIndex: 10,
} as const;

export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const user = useUser();
  const seesFiles = maySeeFiles(user);
  const queries = useQueryClient();
  const { connected } = useLiveUpdates();
  useShortcuts();
  const signOut = async () => {
    await call('/session', { method: 'DELETE' });
    dropAllDrafts();
    queries.clear();
    window.location.assign('/');
  };
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={bar}>
        <nav aria-label="Các trang" style={{ display: 'flex', gap: 20 }}>
          {seesFiles && (
            <>
              <Tab to="/">Việc của tôi</Tab>
              <Tab to="/ho-so">Hồ sơ</Tab>
              <Tab to="/chi-tieu">Chỉ tiêu</Tab>
            </>
          )}
          <Tab to="/luat">Luật và lịch</Tab>
          {seesFiles && <Tab to="/han-thay-doi">Hạn đã thay đổi</Tab>}
        </nav>
        <div style={{ flex: 1, minWidth: 160 }}>{seesFiles && <Search />}</div>
        {mayRecord(user) && <LinkButton to="/ghi">Ghi mốc mới (Alt+N)</LinkButton>}
        <Bell />
        <Mark tone={connected ? 'good' : 'plain'}>{connected ? 'Trực tiếp' : 'Mất kết nối'}</Mark>
        <div style={{ color: '#fff', maxWidth: 330, fontSize: 12.5 }}>
          <strong>{user.name}</strong>
          <br />
          {user.unitName}
        </div>
        <Button size="small" onClick={() => void signOut()}>
          Đăng xuất
        </Button>
      </Layout.Header>
      <Layout.Content style={{ padding: '16px 20px' }}>
        <main>{children}</main>
      </Layout.Content>
    </Layout>
  );
};
