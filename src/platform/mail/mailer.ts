import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Letter } from "./letter.ts";
import { measureMail } from "./mail-metrics.ts";
import { createOutgoing } from "./outgoing.ts";
import { openSmtp } from "./smtp.ts";
import { openSpool } from "./spool.ts";

export interface Mailer {
  /** Whether letters reach people; otherwise they lie in a folder that only the operator reads. */
  readonly delivers: boolean;
  /** Throws EngineRefused where letters could not be carried now; from then on, mail may come and go. */
  check(): Promise<void>;
  /** Takes the letter and returns at once. What cannot be sent after some tries is logged and lost. */
  post(letter: Letter): void;
  /** Takes no more letters, and gives those under way until the limit. */
  close(limitMs: number): Promise<void>;
}

export interface MailerOptions {
  /** Such as smtps://user:password@mail.example.org; absent: letters are written to the spool. */
  readonly smtpUrl?: string;
  /** The sender, such as "Chatter <chat@example.org>". */
  readonly from: string;
  /** One file a letter, in the format of mail programs. */
  readonly spoolFolder: string;
  readonly log: Pick<Log, "warn" | "error">;
  /** Where letters are counted; absent: nowhere. */
  readonly metrics?: Metrics;
}

export function createMailer({ smtpUrl, from, spoolFolder, log, metrics }: MailerOptions): Mailer {
  const carrier = smtpUrl === undefined ? openSpool(spoolFolder, from) : openSmtp(smtpUrl, from);
  const meter = metrics && measureMail(metrics);
  const outgoing = createOutgoing(carrier.carry, log, undefined, meter?.lost);
  meter?.watch(outgoing.count);
  let checked: Promise<void> | undefined;
  return {
    delivers: smtpUrl !== undefined,
    check: () => (checked ??= carrier.check()),
    post: outgoing.add,
    async close(limitMs) {
      await outgoing.close(limitMs);
      carrier.close();
    },
  };
}
