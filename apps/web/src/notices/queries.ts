import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, query } from '../api/client.js';
import { lookAgain } from '../api/live.js';
import type { Notices, NoticeSettings } from './types.js';

export interface NoticeFilter {
  readonly mine?: boolean;
  readonly unread?: boolean;
  /** `<register>-<id>`. */
  readonly file?: string;
  readonly page?: number;
  readonly size?: number;
}

export const useNotices = (filter: NoticeFilter) =>
  useQuery({
    queryKey: ['notices', filter],
    queryFn: () => call<Notices>(`/notices${query({ ...filter })}`),
    placeholderData: (before) => before,
  });

/** Taking note of a reminder; the same from the same person is the same, however often it is sent. */
export const useAcknowledge = () => {
  const queries = useQueryClient();
  return async (id: string) => {
    const { position } = await call<{ position: string }>(`/notices/${id}/acknowledgement`, {
      method: 'POST',
      headers: { 'Idempotency-Key': `acknowledge-${id}` },
    });
    // Shown once the lists know of it, with or without live updates.
    await call(`/notices${query({ mine: true, size: 1 })}`, { headers: { 'Wait-For': position } });
    await lookAgain(queries);
  };
};

export const useNoticeSettings = () =>
  useQuery({ queryKey: ['notice-settings'], queryFn: () => call<NoticeSettings>('/notice-settings') });
