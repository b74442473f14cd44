import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input, Radio, Select, Space, Typography } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../api/client.js';
import { lookAgain } from '../api/live.js';
import type { Change, FileView, RegisterCard } from '../api/types.js';
import { showDay } from '../format/day.js';
import { matches } from '../format/search-key.js';
import { SchemaField } from '../record/schema-field.js';
import { filled } from '../record/wire.js';
import { withinFile, WithinThisFile } from '../record/within-file.js';
import { ProblemAlert } from '../shell/problem.js';
import { formOf } from './facts.js';

interface CorrectionRequestProps {
  readonly file: FileView;
  readonly card: RegisterCard;
  /** The facts to correct; none to add a forgotten one. */
  readonly facts: readonly string[];
  readonly onClose: () => void;
}

interface Line {
  readonly key: string;
  readonly kind: Change['kind'];
  readonly fact?: string;
  readonly type?: string;
}

interface Values {
  readonly reason: string;
  readonly lines?: Readonly<Record<string, { readonly data?: Record<string, unknown> }>>;
}

/** Asks for a correction: right data, facts that never were, facts that were forgotten, several at once where need be. */
export const CorrectionRequest = ({ file, card, facts, onClose }: CorrectionRequestProps) => {
  const entry = (id: string) => file.timeline.find((one) => one.id === id);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    facts.length > 0 ? facts.map((fact) => ({ key: fact, kind: 'replace', fact })) : [{ key: 'new-0', kind: 'insert' }],
  );
  const asRecorded = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, { data: { ...entry(id)?.data } }]));
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const change = ({ key, kind, fact, type }: Line, { lines: typed = {} }: Values): Change => {
    const data = (filled(typed[key]?.data ?? {}) ?? {}) as Record<string, unknown>;
    if (kind === 'insert') return { kind, type: type ?? '', data };
    return kind === 'void' ? { kind, fact: fact ?? '' } : { kind, fact: fact ?? '', data };
  };
  // Sent again after a lost answer it is the same request; with another content it is another one.
  const attempt = useRef({ content: '', id: '' });
  const ask = useMutation({
    mutationFn: (values: Values) => {
      const body = { reason: values.reason.normalize('NFC'), changes: lines.map((line) => change(line, values)) };
      const content = JSON.stringify(body);
      if (attempt.current.content !== content) attempt.current = { content, id: crypto.randomUUID() };
      return call(`/files/${file.register}/${file.id}/corrections`, {
        method: 'POST',
        body,
        headers: { 'Idempotency-Key': attempt.current.id },
      });
    },
    onSuccess: async () => {
      await lookAgain(queries);
      onClose();
    },
  });
  const edit = (key: string, next: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const untouched = file.timeline.filter(
    ({ id, voided, type }) =>
      !voided &&
      card.facts.some((fact) => fact.type === type && fact.recordable) &&
      !lines.some(({ fact }) => fact === id),
  );
  return (
    <WithinThisFile value={withinFile(file)}>
      <Card size="small" title="Đề nghị đính chính" style={{ marginBottom: 12 }} data-testid="correction">
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ lines: asRecorded(facts) }}
          onFinish={(values) => ask.mutate(values)}
        >
          {lines.map((line) => {
            const target = line.fact ? entry(line.fact) : undefined;
            const type = target?.type ?? line.type;
            const schema = type ? formOf(card, type) : undefined;
            return (
              <Card key={line.key} size="small" style={{ marginBottom: 8 }}>
                {target ? (
                  <Space>
                    <Typography.Text strong>
                      {showDay(target.on)} – {target.label}
                    </Typography.Text>
                    <Radio.Group
                      value={line.kind}
                      onChange={({ target: { value } }: { target: { value?: unknown } }) =>
                        edit(line.key, { kind: value === 'void' ? 'void' : 'replace' })
                      }
                      options={[
                        { value: 'replace', label: 'Sửa nội dung' },
                        { value: 'void', label: 'Huỷ ghi nhận' },
                      ]}
                    />
                  </Space>
                ) : (
                  <Form.Item label="Mốc bị ghi thiếu">
                    <Select
                      aria-label="Mốc bị ghi thiếu"
                      showSearch={{ filterOption: matches }}
                      options={card.facts
                        .filter(({ recordable }) => recordable)
                        .map(({ type: value, label }) => ({ value, label: label.vi }))}
                      value={line.type ?? null}
                      onChange={(value: string) => edit(line.key, { type: value })}
                    />
                  </Form.Item>
                )}
                {line.kind !== 'void' && schema && (
                  <SchemaField schema={schema} path={['lines', line.key, 'data']} required />
                )}
              </Card>
            );
          })}
          <Space style={{ marginBottom: 12 }} wrap>
            <Select
              style={{ width: 320 }}
              aria-label="Đính chính thêm một ghi nhận"
              placeholder="Đính chính thêm một ghi nhận…"
              value={null}
              options={untouched.map(({ id, on, label }) => ({ value: id, label: `${showDay(on)} – ${label}` }))}
              onChange={(fact: string | null) => {
                if (!fact) return;
                form.setFieldsValue({ lines: asRecorded([fact]) });
                setLines([...lines, { key: fact, kind: 'replace', fact }]);
              }}
            />
            <Button onClick={() => setLines([...lines, { key: `new-${lines.length}`, kind: 'insert' }])}>
              Thêm mốc bị ghi thiếu
            </Button>
          </Space>
          <Form.Item name="reason" label="Lý do đính chính" rules={[{ required: true, message: 'Nhập lý do' }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </Form.Item>
          <ProblemAlert error={ask.error} />
          <Space style={{ marginTop: 8 }}>
            <Button type="primary" htmlType="submit" loading={ask.isPending}>
              Gửi đề nghị
            </Button>
            <Button onClick={onClose}>Thôi</Button>
          </Space>
        </Form>
      </Card>
    </WithinThisFile>
  );
};
