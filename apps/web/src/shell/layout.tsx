import { useQueryClient } from '@tanstack/react-query';
import { Button, Layout, Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { call } from '../api/client.js';
import { useLiveUpdates } from '../api/live.js';
import { dropAllDrafts } from '../record/draft.js';
import { Search } from './search.js';
import { useShortcuts } from './shortcuts.js';
import { useUser } from './user.js';

const Tab = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => {
  const [here] = useRoute(to);
  return (
    <Link
      href={to}
      aria-current={here ? 'page' : undefined}
      style={{ color: '#fff', fontWeight: here ? 700 : 400, textDecoration: here ? 'underline' : 'none' }}
    >
      {children}
    </Link>
  );
};

export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { name, unitName } = useUser();
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
      <Layout.Header style={{ display: 'flex', alignItems: 'center', gap: 24, padding: '0 24px' }}>
        <nav aria-label="Các trang" style={{ display: 'flex', gap: 20 }}>
          <Tab to="/">Việc của tôi</Tab>
          <Tab to="/ho-so">Hồ sơ</Tab>
          <Tab to="/chi-tieu">Chỉ tiêu</Tab>
        </nav>
        <div style={{ flex: 1 }}>
          <Search />
        </div>
        <Link href="/ghi">
          <Button tabIndex={-1}>Ghi mốc mới (Alt+N)</Button>
        </Link>
        <Space style={{ color: '#fff' }}>
          <Tag color={connected ? 'green' : 'default'}>{connected ? 'Trực tiếp' : 'Mất kết nối'}</Tag>
          <span>
            {name} · {unitName}
          </span>
          <Button size="small" onClick={() => void signOut()}>
            Đăng xuất
          </Button>
        </Space>
      </Layout.Header>
      <Layout.Content style={{ padding: 20 }}>{children}</Layout.Content>
    </Layout>
  );
};
