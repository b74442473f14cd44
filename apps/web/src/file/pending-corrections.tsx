import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import type { Change, FileView, PendingCorrection, RegisterCard } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';
import { fieldsOf, labelOf } from './facts.js';

const day = (data: Readonly<Record<string, unknown>>) => (typeof data['on'] === 'string' ? showDay(data['on']) : '');

const ChangeLine = ({
  change,
  file,
  card,
}: {
  readonly change: Change;
  readonly file: FileView;
  readonly card: RegisterCard;
}) => {
  if (change.kind === 'insert')
    return (
      <li>
        Bổ sung “{labelOf(card, change.type)}” ngày {day(change.data)}
      </li>
    );
  const target = file.timeline.find(({ id }) => id === change.fact);
  const name = target ? `“${target.label}” ngày ${showDay(target.on)}` : change.fact;
  if (change.kind === 'void') return <li>Huỷ {name}</li>;
  return (
    <li>
      Sửa {name} thành ngày {day(change.data)}
      {fieldsOf(card, target?.type ?? '', change.data).map(({ label, text }) => ` · ${label}: ${text}`)}
    </li>
  );
};

const Pending = ({
  correction,
  file,
  card,
}: {
  readonly correction: PendingCorrection;
  readonly file: FileView;
  readonly card: RegisterCard;
}) => {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verdict: 'approval' | 'refusal') =>
      call(`/files/${file.register}/${file.id}/corrections/${correction.id}/${verdict}`, {
        method: 'POST',
        body: verdict === 'refusal' ? { reason } : {},
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Alert
      type="warning"
      style={{ marginBottom: 12 }}
      title={`Đề nghị đính chính chờ duyệt: ${correction.reason}`}
      description={
        <>
          <div>
            {correction.requestedByName ?? correction.requestedBy} đề nghị lúc {showInstant(correction.recordedAt)}
          </div>
          <ul style={{ paddingLeft: 18 }}>
            {correction.changes.map((change, i) => (
              <ChangeLine key={i} change={change} file={file} card={card} />
            ))}
          </ul>
          <ProblemAlert error={decide.error} />
          {correction.mayDecide ? (
            <Space wrap>
              <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approval')}>
                Duyệt đính chính
              </Button>
              <Input
                aria-label="Lý do từ chối"
                placeholder="Lý do từ chối"
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                style={{ width: 260 }}
              />
              <Button
                disabled={reason.trim() === ''}
                loading={decide.isPending}
                onClick={() => decide.mutate('refusal')}
              >
                Từ chối
              </Button>
            </Space>
          ) : (
            'Chờ Viện trưởng hoặc Phó Viện trưởng khác người đề nghị quyết định.'
          )}
        </>
      }
    />
  );
};

export const PendingCorrections = ({ file, card }: { readonly file: FileView; readonly card: RegisterCard }) => (
  <>
    {file.pendingCorrections.map((correction) => (
      <Pending key={correction.id} correction={correction} file={file} card={card} />
    ))}
  </>
);
