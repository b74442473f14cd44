export interface GatheredOptions<Question, Answer> {
  /** Answers a group of questions, in their order. */
  readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  /** How many questions one group may hold. */
  readonly most: number;
  readonly groupsInFlight: number;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Questions that come while others are under way are asked together: the more callers, the larger the groups, and a
 * caller alone waits for nobody.
 * @returns a function that answers one question, or fails with its group
 */
export const gathered = <Question, Answer>({ ask, most, groupsInFlight }: GatheredOptions<Question, Answer>) => {
  let queue: Waiting<Question, Answer>[] = [];
  let inFlight = 0;
  let scheduled = false;

  const send = async (group: readonly Waiting<Question, Answer>[]) => {
    inFlight++;
    try {
      const answers = await ask(group.map(({ question }) => question));
      for (const [i, { resolve }] of group.entries()) resolve(answers[i] as Answer);
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      inFlight--;
      schedule();
    }
  };

  const flush = () => {
    scheduled = false;
    while (inFlight < groupsInFlight && queue.length > 0) {
      const group = queue.slice(0, most);
      queue = queue.slice(most);
      void send(group);
    }
  };

  /** Not at once: whatever else this turn of the event loop asks joins the group. */
  const schedule = () => {
    if (scheduled || queue.length === 0 || inFlight >= groupsInFlight) return;
    scheduled = true;
    setImmediate(flush);
  };

  return (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      queue.push({ question, resolve, reject });
      schedule();
    });
};
