import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** What the server's facts change; the catalogue, units and the like are left alone. */
const LIVE = new Set(['due', 'files', 'file', 'breaches', 'late-entries', 'corrections', 'indicators', 'items']);

/** Follows the server's live updates and looks again at whatever is on screen. The browser reconnects by itself. */
export const useLiveUpdates = (): { readonly connected: boolean } => {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    const stream = new EventSource('/api/live');
    const look = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => LIVE.has(String(queryKey[0])) });
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
