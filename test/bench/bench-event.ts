import { randomUUID } from 'node:crypto';
import { START, type NewEvent } from '#engine';

const id = '00000000-0000-4000-8000-000000000000';

/** About 430 bytes of data and 310 of metadata, as a real milestone has. */
export const benchEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'CaseInitiated',
  schemaVersion: 1,
  data: {
    on: '2026-01-02',
    docNo: '123/QĐ-VKS',
    charges: [
      { article: '173', clause: 1 },
      { article: '174', clause: 2 },
    ],
    summary: 'Quyết định khởi tố vụ án hình sự. '.repeat(6),
  },
  metadata: {
    actor: 'ksv-khu-vuc-1',
    unit: 'vks-khu-vuc-1',
    recordedAt: '2026-01-02T03:04:05.000Z',
    commandId: id,
    commandHash: 'a'.repeat(64),
    correlationId: id,
    confidentiality: 0,
    reference: START,
  },
});
