import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Carrier } from "./carrier.ts";
import { openSmtp } from "./smtp.ts";
import { startSmtpServer, type TestSmtpServer } from "./testing/smtp-server.ts";

const letter = { to: "ada@example.org", subject: "Grüße", text: "Tulips.\n" };
let server: TestSmtpServer;
let carrier: Carrier;

beforeEach(async () => {
  server = await startSmtpServer();
  carrier = openSmtp(server.url, "Chatter <chat@example.org>");
});

afterEach(() => {
  carrier.close();
  return server.close();
});

describe("a mail server", () => {
  it("is handed letters with sender, receiver and subject", async () => {
    await carrier.carry(letter);
    const [received = ""] = server.letters;
    expect(received).toContain("From: Chatter <chat@example.org>");
    expect(received).toContain("To: ada@example.org");
    expect(received).toContain("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
    expect(received).toContain("Tulips.");
  });

  it("cannot be given headers or further receivers by what a letter says", async () => {
    await carrier.carry({ ...letter, subject: "Hello\r\nBcc: eve@example.org" });
    expect(server.letters.join()).not.toMatch(/^Bcc:/m);
  });

  it("refuses with the code by which one knows whether to try again", async () => {
    server.refuseWith(451);
    await expect(carrier.carry(letter)).rejects.toMatchObject({ responseCode: 451 });
    server.refuseWith(550);
    await expect(carrier.carry(letter)).rejects.toMatchObject({ responseCode: 550 });
    server.refuseWith(undefined);
    await carrier.carry(letter);
    expect(server.letters).toHaveLength(1);
  });
});

describe("a mail server of the settings", () => {
  const refusal = (smtpUrl: string): Promise<string> => {
    const it = openSmtp(smtpUrl, "chat@example.org");
    return it
      .check()
      .then(() => "none", String)
      .finally(() => it.close());
  };
  const as = (password: string, url: string) => url.replace("smtp://", `smtp://chatter:${password}@`);

  it("is taken where it lets us in", async () => {
    expect(await refusal(server.url)).toBe("none");
    const locked = await startSmtpServer({ password: "hunter2" });
    expect(await refusal(as("hunter2", locked.url))).toBe("none");
    await locked.close();
  });

  it("is refused in one line with the variable, what to do, and no secret", async () => {
    const locked = await startSmtpServer({ password: "correct" });
    const untrusted = await startSmtpServer({ starttls: true });
    const refusals = await Promise.all([
      refusal(as("hunter2", locked.url)),
      refusal(as("hunter2", untrusted.url)),
      refusal(as("hunter2", server.url).replace("smtp:", "smtps:")),
      refusal("smtp://chatter:hunter2@127.0.0.1:1"),
      refusal("smtp://chatter:hunter2@nowhere.invalid"),
    ]);
    expect(refusals).toEqual([
      expect.stringMatching(/^EngineRefused: SMTP_URL: .* does not accept that user and password; /),
      expect.stringMatching(/^EngineRefused: SMTP_URL: .* certificate .*; set NODE_EXTRA_CA_CERTS /),
      expect.stringMatching(/^EngineRefused: SMTP_URL: .* TLS; begin the address with smtp:/),
      expect.stringMatching(/^EngineRefused: SMTP_URL: no mail server .* \(ECONNREFUSED\); /),
      expect.stringMatching(/^EngineRefused: SMTP_URL: there is no such host; /),
    ]);
    for (const sentence of refusals) expect(sentence).not.toMatch(/hunter2|\n/);
    await Promise.all([locked.close(), untrusted.close()]);
  });
});
