import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Space, type FormInstance } from 'antd';
import { useRef, type ReactNode } from 'react';
import { call } from '../api/client.js';
import { showDay } from '../format/day.js';
import { fieldErrors } from '../record/field-errors.js';
import { useNextField } from '../record/next-field.js';
import { ProblemAlert } from '../shell/problem.js';
import type { Enacted } from './types.js';

interface EnactFormProps<Values> {
  readonly title: string;
  readonly form: FormInstance<Values>;
  readonly initial: Partial<Values>;
  /** Under /api/law. */
  readonly path: (values: Values) => string;
  readonly body: (values: Values) => unknown;
  /** How people call a field that the server names. */
  readonly titleAt: (field: string) => string | undefined;
  readonly onClose: () => void;
  readonly onEnacted: (told: string) => void;
  readonly children: ReactNode;
}

const since = (row: { readonly validFrom?: string } | undefined) => (row?.validFrom ? showDay(row.validFrom) : '');

/** What a change would do, before it is made. */
const Preview = ({ already, replaces, follows, mayMove }: Enacted) => (
  <Alert
    role="status"
    type={already ? 'info' : 'warning'}
    showIcon
    style={{ margin: '8px 0' }}
    title={already ? 'Đã đúng như vậy, không có gì để thay đổi' : 'Thay đổi này sẽ'}
    description={
      !already && (
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {replaces && (
            <li>
              thay {replaces.validFrom ? `dòng hiệu lực từ ${since(replaces)}` : (replaces.name ?? 'lịch đang dùng')}
              {replaces.basis && ` (${replaces.basis})`}
            </li>
          )}
          {follows && (
            <li>
              tiếp sau dòng hiệu lực từ {since(follows)}
              {(follows.basis ?? follows.source) && ` (${follows.basis ?? follows.source})`}
            </li>
          )}
          {!replaces && !follows && <li>thêm một dòng mới</li>}
          <li>
            có thể làm thay đổi thời hạn của nhiều nhất {mayMove?.items ?? 0} việc đang mở trong {mayMove?.files ?? 0}{' '}
            hồ sơ; việc đã kết thúc giữ nguyên
          </li>
        </ul>
      )
    }
  />
);

/** A form that changes the law: what it would do is shown first, then it is done once. */
export const EnactForm = <Values extends object>(props: EnactFormProps<Values>) => {
  const { title, form, initial, path, body, titleAt, onClose, onEnacted, children } = props;
  const queries = useQueryClient();
  const nextField = useNextField();
  const card = useRef<HTMLDivElement>(null);
  // Sent again after a lost answer it is the same change; with another content it is another one.
  const attempt = useRef({ content: '', id: '' });
  const send = useMutation({
    mutationFn: ({ values, dryRun }: { values: Values; dryRun: boolean }) => {
      const sent = body(values);
      const content = JSON.stringify([path(values), sent]);
      if (attempt.current.content !== content) attempt.current = { content, id: crypto.randomUUID() };
      return call<Enacted>(`/law/${path(values)}${dryRun ? '?dryRun=true' : ''}`, {
        method: 'POST',
        body: sent,
        headers: dryRun ? {} : { 'Idempotency-Key': attempt.current.id },
      });
    },
    onSuccess: async (answer) => {
      if (answer.dryRun) return;
      await queries.invalidateQueries({ queryKey: ['law'] });
      onEnacted(answer.already ? 'Đã đúng như vậy, không ghi thêm.' : 'Đã ghi nhận.');
      onClose();
    },
    onError: (error) => {
      const wrong = fieldErrors(error);
      // The names come from the server; the form's own type knows only those of its fields.
      form.setFields(wrong as unknown as Parameters<typeof form.setFields>[0]);
      const [first] = wrong;
      if (first) document.getElementById(first.name.join('_'))?.focus();
    },
  });
  const submit = async (dryRun: boolean) => {
    // A day that was just typed settles when its field is left.
    const at = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    at?.blur();
    await new Promise((settled) => setTimeout(settled));
    at?.focus();
    const values = await form.validateFields().catch(() => undefined);
    if (values === undefined || send.isPending) {
      card.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    send.mutate({ values: { ...initial, ...values }, dryRun });
  };
  const tried = send.data?.dryRun === true ? send.data : undefined;
  return (
    <Card size="small" title={title} style={{ marginBottom: 12 }} data-testid="enact">
      <div
        ref={card}
        style={{ maxWidth: 860 }}
        onKeyDownCapture={nextField}
        onKeyDown={({ key, ctrlKey, nativeEvent }) => {
          if (nativeEvent.isComposing) return;
          if (key === 'Enter' && ctrlKey) void submit(tried === undefined);
        }}
      >
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={initial}
          onValuesChange={() => {
            if (send.data || send.error) send.reset();
          }}
        >
          {children}
        </Form>
        <ProblemAlert error={send.error} titleAt={titleAt} />
        {tried && <Preview {...tried} />}
        <Space style={{ marginTop: 8 }} wrap>
          <Button type={tried ? 'default' : 'primary'} loading={send.isPending} onClick={() => void submit(true)}>
            Xem trước thay đổi{tried ? '' : ' (Ctrl+Enter)'}
          </Button>
          <Button
            type={tried ? 'primary' : 'default'}
            disabled={!tried || tried.already}
            loading={send.isPending}
            onClick={() => void submit(false)}
          >
            Ghi nhận{tried ? ' (Ctrl+Enter)' : ''}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </Space>
      </div>
    </Card>
  );
};
