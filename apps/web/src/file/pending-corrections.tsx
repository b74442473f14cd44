import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { lookAgain } from '../api/live.js';
import type { FileView, PendingCorrection, RegisterCard } from '../api/types.js';
import { showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';
import { ChangeList } from './changes.js';
import { useNames } from './names.js';

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
  const names = useNames(file);
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verdict: 'approval' | 'refusal') =>
      call(`/files/${file.register}/${file.id}/corrections/${correction.id}/${verdict}`, {
        method: 'POST',
        body: verdict === 'refusal' ? { reason } : {},
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      }),
    onSuccess: () => lookAgain(queries),
  });
  return (
    <Alert
      type="warning"
      style={{ marginBottom: 12 }}
      title={`Đề nghị đính chính chờ duyệt: ${correction.data.reason}`}
      description={
        <>
          <div>
            {correction.requestedByName} đề nghị lúc {showInstant(correction.recordedAt)}
          </div>
          <ChangeList changes={correction.data.changes} file={file} card={card} names={names} />
          <ProblemAlert error={decide.error} />
          {correction.mayDecide ? (
            <Space wrap style={{ marginTop: 8 }}>
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
