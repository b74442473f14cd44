import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Select, Space, message } from 'antd';
import { useMemo } from 'react';
import { call, query } from '../api/client.js';
import { lookAgain } from '../api/live.js';
import type { FactForm, FileView, Recorded, RegisterCard } from '../api/types.js';
import { todayAt } from '../format/day.js';
import { matches } from '../format/search-key.js';
import { LinkButton } from '../shell/link-button.js';
import { ProblemAlert } from '../shell/problem.js';
import { BreachesFound } from './breaches-found.js';
import { useDraft } from './draft.js';
import { fieldErrors, titleAt } from './field-errors.js';
import { useNextField } from './next-field.js';
import { SchemaField, type Schema } from './schema-field.js';
import { filled } from './wire.js';
import { withinFile, WithinThisFile } from './within-file.js';

interface RecordFormProps {
  readonly card: RegisterCard;
  readonly register: string;
  readonly id: string;
  readonly file: FileView | undefined;
  readonly allowed: readonly string[];
  readonly onRecorded: (fact: FactForm, answer: Recorded) => void;
}

type Path = (string | number)[];

/** One milestone: chosen from what can happen now, filled in a form made from its schema, tried, then recorded. */
export const RecordForm = ({ card, register, id, file, allowed, onRecorded }: RecordFormProps) => {
  const { draft, keep, drop } = useDraft(`${register}/${id}`);
  const [form] = Form.useForm<Record<string, unknown>>();
  const queries = useQueryClient();
  const [notice, notices] = message.useMessage();
  const nextField = useNextField();
  const choices = useMemo(() => card.facts.filter(({ type }) => allowed.includes(type)), [card, allowed]);
  // What is being written stays on screen, even when it has just become impossible: another may have recorded it.
  const chosen = card.facts.find(({ type }) => type === draft.type) ?? (choices.length === 1 ? choices[0] : undefined);
  const schema = chosen?.form as Schema | undefined;

  const show = (wrong: readonly { name: Path }[]) => {
    const first = wrong[0]?.name;
    if (!first) return;
    form.scrollToField(first, { focus: true, block: 'center' });
    // A question with several buttons can't be focused itself.
    const field = document.getElementById(first.join('_'));
    if (field && !field.contains(document.activeElement)) field.querySelector('input')?.focus();
  };

  const send = useMutation({
    mutationFn: (dryRun: boolean) =>
      call<Recorded>(`/files/${register}/${id}/facts${query({ dryRun: dryRun || undefined })}`, {
        method: 'POST',
        body: { type: chosen?.type, data: filled(form.getFieldsValue()) ?? {} },
        headers: dryRun ? {} : { 'Idempotency-Key': draft.id, ...(file ? { 'If-Match': `"${file.revision}"` } : {}) },
      }),
    onSuccess: (answer, dryRun) => {
      if (dryRun || !chosen) return;
      drop();
      void lookAgain(queries);
      onRecorded(chosen, answer);
    },
    onError: (error) => {
      const wrong = fieldErrors(error);
      form.setFields(wrong);
      show(wrong);
    },
  });

  const submit = async (dryRun: boolean) => {
    if (!chosen || send.isPending) return;
    // A day that was just typed settles when its field is left.
    const at = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    at?.blur();
    await new Promise((settled) => setTimeout(settled));
    at?.focus();
    const wrong = await form.validateFields().then(
      () => [],
      ({ errorFields }: { errorFields: { name: Path }[] }) => errorFields,
    );
    if (wrong.length === 0) send.mutate(dryRun);
    else show(wrong);
  };

  return (
    <WithinThisFile value={withinFile(file)}>
      {notices}
      <Card size="small">
        <div
          style={{ maxWidth: 760 }}
          onKeyDownCapture={nextField}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || !event.ctrlKey) return;
            if (event.key === 'Enter') void submit(false);
            else if (event.key === 's') {
              event.preventDefault();
              void notice.info('Đã giữ bản nháp trên máy này.');
            }
          }}
        >
          <Form.Item label="Mốc" layout="vertical" htmlFor="fact-type">
            <Select
              id="fact-type"
              autoFocus={!chosen}
              value={chosen?.type ?? null}
              options={(chosen && !choices.includes(chosen) ? [chosen, ...choices] : choices).map(
                ({ type, label, basis }) => ({ value: type, label: `${label.vi} (${basis})` }),
              )}
              showSearch={{ filterOption: matches }}
              placeholder="Gõ tên mốc, không dấu được"
              notFoundContent="Không có mốc nào như vậy ở trạng thái này"
              onChange={(type: string) => {
                form.resetFields();
                send.reset();
                keep({ type, data: {} });
              }}
            />
          </Form.Item>
          {chosen && schema && (
            <Form
              key={chosen.type}
              form={form}
              layout="vertical"
              scrollToFirstError
              initialValues={{ on: todayAt(Date.now()), ...draft.data }}
              onValuesChange={() => {
                keep({ type: chosen.type, data: form.getFieldsValue() });
                if (send.data) send.reset();
              }}
            >
              <SchemaField schema={schema} path={[]} required />
            </Form>
          )}
          <ProblemAlert error={send.error} titleAt={(field) => titleAt(schema, field)} />
          {send.data && send.variables && <BreachesFound breaches={send.data.breaches} />}
          <Space style={{ marginTop: 12 }}>
            <Button disabled={!chosen} loading={send.isPending} onClick={() => void submit(true)}>
              Kiểm tra trước
            </Button>
            <Button type="primary" disabled={!chosen} loading={send.isPending} onClick={() => void submit(false)}>
              Ghi nhận (Ctrl+Enter)
            </Button>
            {file && <LinkButton to={`/ho-so/${register}/${id}`}>Về hồ sơ (Esc)</LinkButton>}
          </Space>
        </div>
      </Card>
    </WithinThisFile>
  );
};
