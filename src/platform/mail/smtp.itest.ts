import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Carrier } from "./mailer.ts";
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
