import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.js';
import type { Page } from '../api/types.js';
import { showCount } from '../format/number.js';
import { useUser } from '../shell/user.js';

type ListName = 'due' | 'corrections' | 'breaches' | 'late-entries';

/** A prosecutor's lists are of their own files, everybody else's of the whole unit. */
export const useMine = (): boolean => useUser().roles.includes('prosecutor');

/** How long a list is, for the name of its tab; nothing while it isn't known. */
export const useTotal = (list: ListName): string => {
  const mine = useMine() && list !== 'corrections';
  const counted = useQuery({
    queryKey: [list, 'total', mine],
    queryFn: () => call<Page<unknown>>(`/${list}${query({ mine, size: 1 })}`),
  });
  return counted.data ? `(${showCount(counted.data.total)})` : '';
};
