import type { Law } from '#law';

/** What the procuracy records of decisions that others must send it. */
const RECEIPT = 'DecisionReceived';

/**
 * Whether what others must send is over only when its receipt is recorded: past its day nobody knows that it was late, only
 * that nothing was recorded.
 * @param kind of the duty: the code of its term, and its kind after a slash
 */
export const awaitsReceipt = (terms: Law['terms'], kind: string): boolean =>
  (terms.get(kind.split('/')[0] ?? '') ?? []).some(({ ends = [] }) => ends.includes(RECEIPT));
