import { useState } from 'react';

/** One attempt at recording: its id makes a resend harmless, its content survives a lost network or a closed page. */
export interface Draft {
  readonly id: string;
  readonly type?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const PREFIX = 'kiemsat.draft.';

const read = (key: string): Draft | undefined => {
  const kept = localStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
};

const fresh = (): Draft => ({ id: crypto.randomUUID(), data: {} });

/** The draft of one file, kept in this browser until it is recorded. Another content is another attempt, with an id of its own. */
export const useDraft = (file: string) => {
  const key = PREFIX + file;
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? fresh());
  return {
    draft,
    keep: (content: Omit<Draft, 'id'>) => {
      const next = { ...content, id: crypto.randomUUID() };
      setDraft(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    drop: () => {
      localStorage.removeItem(key);
      setDraft(fresh());
    },
  };
};

/** Nobody else at this computer sees what was typed. */
export const dropAllDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
};
