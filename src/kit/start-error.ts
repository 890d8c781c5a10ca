/**
 * Something outside the program keeps it from starting: a setting, a folder, a port. The text says what is wrong and
 * what to do, first in Vietnamese, then in English; whoever catches it prints the message without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly vi: string;
  readonly en: string;

  constructor(text: { vi: string; en: string }, options?: ErrorOptions) {
    super(`${text.vi}\n${text.en}`, options);
    this.vi = text.vi;
    this.en = text.en;
  }
}
