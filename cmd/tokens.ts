import { moment, type OperatorCommands, operate, table, UsageError } from "./operate.ts";

const SCOPES = { read: ["read"], write: ["read", "write"] } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^\S.{0,79}$/u;

const commands: OperatorCommands = {
  list: {
    usage: "[person]",
    async run({ accounts }, { words: [person] }) {
      const keys = await accounts.listKeys(person);
      const rows = keys.map(({ id, email, name, scopes, expiresAt, lastUsedAt }) => [
        id,
        email,
        name,
        scopes.join("+"),
        `until ${moment(expiresAt)}`,
        `used ${moment(lastUsedAt)}`,
      ]);
      return { data: keys, text: rows.length === 0 ? "There are no keys." : table(rows) };
    },
  },
  create: {
    usage: "<person> <name> [--scope=read|write] [--days=90]",
    options: ["scope", "days"],
    async run({ accounts }, { words: [person = "", name = ""], options: { scope = "read", days } }) {
      if (!NAME.test(name)) throw new UsageError("A key's name has 1 to 80 characters.");
      const wish = { name, scopes: scopesOf(scope), expiresAt: expiryOf(days) };
      const key = await accounts.createKey(person, wish);
      const text = `${key.secret}\nIt is shown this once. ${key.id} acts for ${key.email}, until ${moment(key.expiresAt)}.`;
      return { data: key, text };
    },
  },
  revoke: {
    usage: "<key>",
    async run({ accounts }, { words: [id = ""] }) {
      await accounts.revokeKey(id);
      return { data: {}, text: "Revoked: it opens nothing any more." };
    },
  },
};

/** `node cmd/ctl.ts tokens …`: API keys, by which programs act in somebody's name; servers may run meanwhile. */
export const tokens = (): Promise<void> => operate("tokens", commands);

function scopesOf(scope: string) {
  if (scope !== "read" && scope !== "write") throw new UsageError("The scope is read, or write.");
  return SCOPES[scope];
}

function expiryOf(days: string | undefined): Date | undefined {
  if (days === undefined) return undefined;
  if (!/^\d{1,3}$/.test(days)) throw new UsageError("The days are a number from 1 to 366.");
  return new Date(Date.now() + Number(days) * DAY_MS);
}
