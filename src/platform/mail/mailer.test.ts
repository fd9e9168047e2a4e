import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { createMailer } from "./mailer.ts";
import { startSmtpServer } from "./testing/smtp-server.ts";

const letter = { to: "ada@example.org", subject: "Tulips", text: "Tulips.\n" };
const log = { warn: vi.fn<() => void>(), error: vi.fn<() => void>() };

describe("the mailer", () => {
  it("delivers where a mail server is set", async () => {
    const server = await startSmtpServer();
    const mailer = createMailer({ smtpUrl: server.url, from: "chat@example.org", spoolFolder: "", log });
    expect(mailer.delivers).toBe(true);
    mailer.post(letter);
    await mailer.close(10_000);
    expect(server.letters).toHaveLength(1);
    await server.close();
  });

  it("takes letters on when the mail server that was there at the start has gone", async () => {
    const server = await startSmtpServer();
    const mailer = createMailer({ smtpUrl: server.url, from: "chat@example.org", spoolFolder: "", log });
    await mailer.check();
    await server.close();
    mailer.post(letter);
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalled());
    await mailer.close(0);
  });

  it("keeps letters for the operator where none is", async () => {
    const spoolFolder = await mkdtemp(join(tmpdir(), "mailer-"));
    const mailer = createMailer({ from: "chat@example.org", spoolFolder, log });
    expect(mailer.delivers).toBe(false);
    mailer.post(letter);
    await mailer.close(10_000);
    expect(await readdir(spoolFolder)).toHaveLength(1);
    await rm(spoolFolder, { recursive: true });
  });
});
