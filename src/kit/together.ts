interface Waiting<Q, A> {
  question: Q;
  done(answer: A): void;
  fail(error: unknown): void;
}

/**
 * Makes of a question for many the question of one: what is asked in one turn of the event loop, or while an answer is
 * awaited, is asked together next. No answer is older than its question.
 */
export function together<Q, A>(
  askAll: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let isBusy = false;
  const next = async (): Promise<void> => {
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const answers = await askAll(asked.map(({ question }) => question));
        asked.forEach(({ done }, i) => done(answers[i]!));
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    isBusy = false;
  };
  return (question) =>
    new Promise((done, fail) => {
      waiting.push({ question, done, fail });
      if (isBusy) return;
      isBusy = true;
      process.nextTick(() => void next());
    });
}
