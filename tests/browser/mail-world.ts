import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readEnvironment } from "../../cmd/environment.ts";
import { createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort } from "../../dev/server/server-process.ts";
import { openProgram } from "../../src/app/program.ts";
import { createMigratedDatabase } from "../../src/app/testing/database.ts";
import { createTestClock, type TestClock } from "../../src/kernel/testing/test-clock.ts";
import { startSmtpServer } from "../../src/platform/mail/testing/smtp-server.ts";
import { launch, PASSWORD } from "./world.ts";

/** The program with a mail server and a clock of the test's, an owner, and strangers with a browser. */
export interface MailWorld {
  readonly clock: TestClock;
  readonly owner: { readonly email: string };
  /** Opens a path, or the whole address that a letter told, in a browser profile of its own. */
  open(address: string): Promise<Page>;
  /** The next letter that was not asked for yet and is no mere notice, as soon as it has arrived. */
  nextLetter(): Promise<ReceivedLetter>;
  /** Closes every page that was opened. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export interface ReceivedLetter {
  readonly to: string;
  readonly text: string;
}

export async function createMailWorld(): Promise<MailWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-mail-"));
  const [database, mail, browser] = await Promise.all([
    createMigratedDatabase(),
    startSmtpServer(),
    launch(),
  ]);
  const clock = createTestClock(new Date().toISOString());
  const config = readEnvironment({
    PORT: String(await findFreePort()),
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    REGISTRATION: "open",
    LOG_LEVEL: "error",
  });
  const program = await openProgram(config, { clock });
  await program.work();
  await program.serve();

  const owner = { email: "ada@example.org" };
  const founding = { ...owner, password: PASSWORD, name: "Ada", orgName: "Example" };
  await createApiClient(config.publicUrl).auth.register(founding);
  let read = 0;
  const nextLetter = async (): Promise<ReceivedLetter> => {
    const letter = readLetter(await mail.letter(read++));
    return isNotice(letter) ? nextLetter() : letter;
  };
  // It asks the owner to confirm the address, which is no concern of these tests.
  await nextLetter();

  return {
    ...{ clock, owner, nextLetter },
    async open(address) {
      const context = await browser.newContext({ baseURL: config.publicUrl });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await browser.close();
      await program.stop();
      await mail.close();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Welcomes, and what tells somebody of a device, come when they come, and are no concern of these tests. */
function isNotice({ text }: ReceivedLetter): boolean {
  return text.includes("your first channels are there") || text.includes("a device that was not used before");
}

/** Letters travel as quoted-printable, which cuts long lines. */
function readLetter(received: string): ReceivedLetter {
  const text = received
    .slice(received.indexOf("\r\n\r\n"))
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { to: /^To: (.*)$/m.exec(received)?.[1]?.trim() ?? "", text };
}
