import { createTransport } from "nodemailer";
import type { Carrier } from "./mailer.ts";

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
    async carry(letter) {
      await transport.sendMail(letter);
    },
    close: () => transport.close(),
  };
}
