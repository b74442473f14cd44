type Undo = () => Promise<void> | void;

/** What was done and is to be undone when the start fails, or when all ends. */
export interface Undoing {
  readonly add: (undo: Undo) => void;
  /** Undoes it in the opposite order; one that fails doesn't keep the rest from being undone. */
  readonly all: () => Promise<void>;
}

export const undoing = (): Undoing => {
  const undos: Undo[] = [];
  return {
    add: (undo) => undos.push(undo),
    all: async () => {
      for (let undo = undos.pop(); undo; undo = undos.pop()) {
        try {
          await undo();
        } catch (error) {
          console.error(error instanceof Error ? error.message : error);
        }
      }
    },
  };
};
