import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** What the server's facts change; the catalogue, units and the like are left alone. */
const LIVE = new Set([
  'due',
  'files',
  'file',
  'breaches',
  'late-entries',
  'corrections',
  'indicators',
  'items',
  'notices',
  'deadline-moves',
]);

/** Looks again at whatever is on screen and may have changed. */
export const lookAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => LIVE.has(String(queryKey[0])) });

/** Follows the server's live updates. The browser reconnects by itself. */
export const useLiveUpdates = (): { readonly connected: boolean } => {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    const stream = new EventSource('/api/live');
    const look = () => void lookAgain(queries);
    stream.addEventListener('open', () => {
      setConnected(true);
      look();
    });
    stream.addEventListener('error', () => setConnected(false));
    stream.addEventListener('position', look);
    return () => stream.close();
  }, [queries]);
  return { connected };
};
