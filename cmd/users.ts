import type { AccountOperation } from "../src/modules/auth/index.ts";
import { moment, type OperatorCommands, operate, table, UsageError } from "./operate.ts";

type Shown = Awaited<ReturnType<AccountOperation["show"]>>;

const ROLES = ["owner", "admin", "member", "guest"] as const;
const INVITED = ["admin", "member", "guest"] as const;

const commands: OperatorCommands = {
  list: {
    usage: "",
    async run({ accounts }) {
      const people = await accounts.list();
      const rows = people.map(({ email, role, deactivatedAt, userId }) => [
        email,
        role,
        deactivatedAt === undefined ? "active" : "deactivated",
        userId,
      ]);
      return { data: people, text: rows.length === 0 ? "There is nobody yet." : table(rows) };
    },
  },
  show: {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      const shown = await accounts.show(person);
      return { data: shown, text: describe(shown) };
    },
  },
  invite: {
    usage: "<email> [--role=admin|member|guest]",
    options: ["role"],
    async run({ accounts }, { words: [email = ""], options: { role = "member" } }) {
      const { url, expiresAt } = await accounts.invite(email, oneOf(INVITED, role));
      return { data: { url, expiresAt }, text: `${url}\nfor ${email}, once, until ${moment(expiresAt)}.` };
    },
  },
  deactivate: {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      await accounts.deactivate(person);
      return { data: {}, text: "Deactivated: sessions and keys have ended." };
    },
  },
  reactivate: {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      await accounts.reactivate(person);
      return { data: {}, text: "They can sign in again, with the role they had." };
    },
  },
  "set-role": {
    usage: "<person> <owner|admin|member|guest>",
    async run({ accounts }, { words: [person = "", role = ""] }) {
      await accounts.setRole(person, oneOf(ROLES, role));
      return { data: {}, text: `They are ${role} now.` };
    },
  },
  "reset-password": {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      const { url, expiresAt } = await accounts.recoveryLink(person);
      const text = `${url}\nHand it to them on a way that nobody else reads. It works once, until ${moment(expiresAt)}.`;
      return { data: { url, expiresAt }, text };
    },
  },
  "end-sessions": {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      const sessions = await accounts.endSessions(person);
      return { data: { sessions }, text: `${sessions} sessions have ended. Keys of programs stay.` };
    },
  },
  "remove-second-factor": {
    usage: "<person>",
    async run({ accounts }, { words: [person = ""] }) {
      await accounts.removeSecondFactor(person);
      return { data: {}, text: "The app for codes and the recovery codes are gone; passkeys stay." };
    },
  },
};

/** `node cmd/ctl.ts users …`: people and how they come in; servers may run meanwhile. */
export const users = (): Promise<void> => operate("users", commands);

function describe(shown: Shown): string {
  const { email, userId, role, deactivatedAt, emailVerifiedAt, sessions, apiKeys, signIns } = shown;
  return [
    table([
      ["email", emailVerifiedAt === undefined ? `${email} (not confirmed)` : email],
      ["id", userId],
      ["role", role],
      ["state", deactivatedAt === undefined ? "active" : `deactivated since ${moment(deactivatedAt)}`],
      ["opened by", waysOf(shown).join(", ") || "nothing"],
    ]),
    section(
      "Sessions",
      sessions.map(({ lastSeenAt, ...at }) => [moment(lastSeenAt), at.address, at.userAgent]),
    ),
    section(
      "Keys of programs",
      apiKeys.map(({ id, name, expiresAt }) => [id, name, `until ${moment(expiresAt)}`]),
    ),
    section(
      "Latest sign-ins",
      signIns.map(({ at, ...how }) => [moment(at), how.result, how.method, how.address]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function waysOf({ hasPassword, passkeys, hasTotp, recoveryCodes }: Shown): readonly string[] {
  return [
    hasPassword ? "password" : "",
    passkeys > 0 ? `${passkeys} passkeys` : "",
    hasTotp ? `codes of an app (${recoveryCodes} recovery codes left)` : "",
  ].filter((way) => way !== "");
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `${title}\n${table(rows)}`;
}

function oneOf<const T extends string>(known: readonly T[], text: string): T {
  const found = known.find((each) => each === text);
  if (found === undefined)
    throw new UsageError(`There is no role “${text}”. It is one of ${known.join(", ")}.`);
  return found;
}
