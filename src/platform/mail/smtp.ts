import { createTransport } from "nodemailer";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import { isUntrusted, UNTRUSTED } from "../tls/untrusted.ts";
import type { Carrier } from "./carrier.ts";

const PATIENCE_MS = 20_000;

/** Hands letters to a mail server over a connection or two that stay open. */
export function openSmtp(smtpUrl: string, from: string): Carrier {
  const url = new URL(smtpUrl);
  const settings = {
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  for (const [name, value] of Object.entries(settings)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  }
  const transport = createTransport(url.href, { from });
  return {
    async check() {
      try {
        await transport.verify();
      } catch (error) {
        throw new EngineRefused("SMTP_URL", sentenceFor(error), { cause: error });
      }
    },
    async carry(letter) {
      await transport.sendMail(letter);
    },
    close: () => transport.close(),
  };
}

/** By the codes of nodemailer. */
const REASONS: ReadonlyMap<unknown, string> = new Map([
  [
    "EAUTH",
    "the mail server does not accept that user and password; correct them, with signs as in addresses",
  ],
  ["ENOAUTH", "the mail server asks for a user and password; put them into the address"],
  ["ETIMEDOUT", "no mail server answers there in time; correct host and port, smtps:// is for port 465"],
  ["EDNS", "there is no such host; correct it"],
]);

function sentenceFor(error: unknown): string {
  if (isUntrusted(error)) return UNTRUSTED;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (/wrong version number|packet length/.test(String(message)))
    return "that port does not begin with TLS; begin the address with smtp://";
  const what = /\bE[A-Z]{4,}\b/.exec(String(message))?.[0] ?? code;
  return (
    REASONS.get(code) ??
    `no mail server answers there (${typeof what === "string" ? what : "it says nothing"}); correct host and port`
  );
}
