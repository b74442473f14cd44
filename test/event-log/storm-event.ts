import { randomUUID } from 'node:crypto';
import { START, type NewEvent } from '#engine';

const id = '00000000-0000-4000-8000-000000000000';

/** A small event with an id of its own. */
export const event = (): NewEvent => ({
  id: randomUUID(),
  type: 'Noted',
  schemaVersion: 1,
  data: { on: '2026-01-02' },
  metadata: {
    actor: 'ksv-1',
    unit: 'vks-1',
    recordedAt: '2026-01-02T03:04:05.000Z',
    commandId: id,
    commandHash: '',
    correlationId: id,
    confidentiality: 0,
    reference: START,
  },
});
