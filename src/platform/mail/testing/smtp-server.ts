import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface TestSmtpServer {
  readonly url: string;
  /** What was received, as it was received, each with its headers. */
  readonly letters: readonly string[];
  /** The letter that arrived as the nth, from 0 on, as soon as it is there. */
  letter(n: number): Promise<string>;
  /** Answers recipients with this code from now on; undefined takes them. */
  refuseWith(code: number | undefined): void;
  close(): Promise<void>;
}

export interface TestSmtpOptions {
  /** Whom alone it takes letters of, if anybody in particular. */
  readonly password?: string;
  /** Begins TLS where it is asked to, with a certificate that nobody vouches for. */
  readonly starttls?: boolean;
}

/** A mail server that keeps what it is given. */
export async function startSmtpServer({
  password,
  starttls = false,
}: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const letters: string[] = [];
  const arrivals = new EventEmitter<{ letter: [] }>();
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: starttls ? [] : ["STARTTLS"],
    onAuth(given, _session, answer) {
      if (given.password === password) answer(null, { user: given.username });
      else answer(new Error("refused"));
    },
    closeTimeout: 0,
    onRcptTo(_address, _session, answer) {
      answer(refusal === undefined ? null : Object.assign(new Error("refused"), { responseCode: refusal }));
    },
    onData(stream, _session, answer) {
      text(stream).then((letter) => {
        letters.push(letter);
        arrivals.emit("letter");
        answer();
      }, answer);
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    letters,
    async letter(n) {
      for (;;) {
        const letter = letters[n];
        if (letter !== undefined) return letter;
        await once(arrivals, "letter");
      }
    },
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
