/** The program cannot start with an engine as it is set: one line that names the variable and says what to do. */
export class EngineRefused extends Error {
  readonly variable: string;

  /** The sentence goes on after `VARIABLE: `. It must not hold what the variable does. */
  constructor(variable: string, sentence: string, options?: ErrorOptions) {
    super(`${variable}: ${sentence}`, options);
    this.name = "EngineRefused";
    this.variable = variable;
  }
}
