import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Select, Space, message } from 'antd';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { call, ProblemError, query } from '../api/client.js';
import type { Breach, FileView, Recorded, RegisterCard } from '../api/types.js';
import { matches } from '../format/search-key.js';
import { ProblemAlert } from '../shell/problem.js';
import { useDraft } from './draft.js';
import { SchemaField, type Schema } from './schema-field.js';
import { filled } from './wire.js';
import { withinFile, WithinThisFile } from './within-file.js';

interface RecordFormProps {
  readonly card: RegisterCard;
  readonly register: string;
  readonly id: string;
  readonly file: FileView | undefined;
  readonly allowed: readonly string[];
  readonly onRecorded: () => void;
}

const BreachList = ({ breaches }: { readonly breaches: readonly Breach[] }) => (
  <Alert
    type="warning"
    showIcon
    title={breaches.length === 0 ? 'Không có vi phạm nào.' : `Ghi nhận này làm phát sinh ${breaches.length} vi phạm`}
    description={
      breaches.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {breaches.map(({ code, text, detail, basis }) => (
            <li key={code}>
              {text} {detail} (Căn cứ: {basis})
            </li>
          ))}
        </ul>
      )
    }
  />
);

/** Enter goes to the next field; it never sends while an input method is composing, nor by accident. */
const nextField = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLInputElement) || event.target.getAttribute('role') === 'combobox') return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea, button')].filter(
    (field) => field.offsetParent !== null,
  );
  fields[fields.indexOf(event.target) + 1]?.focus();
};

/** One milestone: chosen from what can happen now, filled in a form made from its schema, tried, then recorded. */
export const RecordForm = ({ card, register, id, file, allowed, onRecorded }: RecordFormProps) => {
  const { draft, keep, drop } = useDraft(`${register}/${id}`);
  const [form] = Form.useForm<Record<string, unknown>>();
  const container = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const [notice, notices] = message.useMessage();
  const choices = useMemo(() => card.facts.filter(({ type }) => allowed.includes(type)), [card, allowed]);
  const chosen = choices.find(({ type }) => type === draft.type) ?? (choices.length === 1 ? choices[0] : undefined);

  const send = useMutation({
    mutationFn: (dryRun: boolean) =>
      call<Recorded>(`/files/${register}/${id}/facts${query({ dryRun: dryRun || undefined })}`, {
        method: 'POST',
        body: { type: chosen?.type, data: filled(form.getFieldsValue()) ?? {} },
        headers: dryRun ? {} : { 'Idempotency-Key': draft.id, ...(file ? { 'If-Match': `"${file.revision}"` } : {}) },
      }),
    onSuccess: (answer, dryRun) => {
      if (dryRun) return;
      drop();
      form.resetFields();
      void queries.invalidateQueries();
      void notice.success(
        answer.breaches.length === 0 ? 'Đã ghi nhận.' : `Đã ghi nhận, phát sinh ${answer.breaches.length} vi phạm.`,
      );
      onRecorded();
    },
    onError: (error) => {
      const { field = '', errors = [] } = error instanceof ProblemError ? error.problem : {};
      const wrong = [...errors, ...(field ? [{ field, detail: error.message }] : [])].map((one) => ({
        name: one.field
          .replace(/^data\./, '')
          .split('.')
          .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        errors: [one.detail],
      }));
      form.setFields(wrong);
      if (wrong[0]) form.scrollToField(wrong[0].name, { focus: true });
    },
  });

  const submit = async (dryRun: boolean) => {
    // A day that was just typed settles when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await new Promise((settled) => setTimeout(settled));
    if (
      await form.validateFields().then(
        () => true,
        () => false,
      )
    )
      send.mutate(dryRun);
  };

  return (
    <WithinThisFile value={withinFile(file)}>
      {notices}
      <Card>
        <div
          ref={container}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'Enter') void submit(false);
            else if (event.ctrlKey && event.key === 's') {
              event.preventDefault();
              void notice.info('Đã giữ bản nháp trên máy này.');
            } else nextField(event);
          }}
        >
          <Form.Item label="Mốc" layout="vertical" htmlFor="fact-type">
            <Select
              id="fact-type"
              autoFocus
              value={chosen?.type ?? null}
              options={choices.map(({ type, label, basis }) => ({ value: type, label: `${label.vi} (${basis})` }))}
              showSearch={{ filterOption: matches }}
              placeholder="Gõ tên mốc, không dấu được"
              onChange={(type: string) => {
                form.resetFields();
                send.reset();
                keep({ type, data: {} });
              }}
            />
          </Form.Item>
          {chosen && (
            <Form
              key={chosen.type}
              form={form}
              layout="vertical"
              initialValues={{ ...draft.data }}
              onValuesChange={() => {
                keep({ type: chosen.type, data: form.getFieldsValue() });
                if (send.data) send.reset();
              }}
            >
              <SchemaField schema={chosen.form as Schema} path={[]} required />
            </Form>
          )}
          <ProblemAlert error={send.error} />
          {send.data && <BreachList breaches={send.data.breaches} />}
          <Space style={{ marginTop: 12 }}>
            <Button disabled={!chosen} loading={send.isPending} onClick={() => void submit(true)}>
              Kiểm tra trước
            </Button>
            <Button type="primary" disabled={!chosen} loading={send.isPending} onClick={() => void submit(false)}>
              Ghi nhận (Ctrl+Enter)
            </Button>
            {file && <Link href={`/ho-so/${register}/${id}`}>Về hồ sơ</Link>}
          </Space>
        </div>
      </Card>
    </WithinThisFile>
  );
};
