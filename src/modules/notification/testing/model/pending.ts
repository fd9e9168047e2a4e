interface Question {
  ask(): void;
  answer(): void;
  fail(): void;
}

/** Questions to the database that are answered when, and in the order, a test chooses. */
export class Pending {
  readonly #questions: { readonly question: Question; asked: boolean }[] = [];

  get size(): number {
    return this.#questions.length;
  }

  /** `look` runs at a first moment, its answer arrives at a later one. */
  question<T>(look: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let seen: T;
      const question: Question = {
        ask: () => {
          seen = look();
        },
        answer: () => resolve(seen),
        fail: () => reject(new Error("the database is away")),
      };
      this.#questions.push({ question, asked: false });
    });
  }

  /** Takes one question a step further. */
  proceed(choice: number): void {
    const index = choice % Math.max(1, this.#questions.length);
    const entry = this.#questions[index];
    if (entry === undefined) return;
    if (entry.asked) {
      this.#questions.splice(index, 1);
      entry.question.answer();
    } else {
      entry.asked = true;
      entry.question.ask();
    }
  }

  fail(choice: number): void {
    const [entry] = this.#questions.splice(choice % Math.max(1, this.#questions.length), 1);
    entry?.question.fail();
  }
}
