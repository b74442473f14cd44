import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input, Typography } from 'antd';
import { call } from '../api/client.js';
import type { User } from '../api/types.js';
import { ProblemAlert } from './problem.js';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export const SignIn = () => {
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call<{ user: User }>('/session', { method: 'POST', body }),
    onSuccess: (session) => queries.setQueryData(['session'], session),
  });
  return (
    <main style={{ maxWidth: 380, margin: '12vh auto', padding: 16 }}>
      <Card>
        <Typography.Title level={3}>Kiemsat</Typography.Title>
        <Typography.Paragraph>Sổ thụ lý và chỉ tiêu của Viện kiểm sát nhân dân</Typography.Paragraph>
        <Form<Credentials>
          layout="vertical"
          onFinish={(credentials) => signIn.mutate(credentials)}
          requiredMark={false}
        >
          <Form.Item name="username" label="Tên đăng nhập" rules={[{ required: true, message: 'Nhập tên đăng nhập' }]}>
            <Input autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label="Mật khẩu" rules={[{ required: true, message: 'Nhập mật khẩu' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <ProblemAlert error={signIn.error} />
          <Button type="primary" htmlType="submit" block loading={signIn.isPending} style={{ marginTop: 12 }}>
            Đăng nhập
          </Button>
        </Form>
      </Card>
    </main>
  );
};
