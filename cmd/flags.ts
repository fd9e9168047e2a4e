import type { Contexts } from "../src/app/contexts.ts";
import type { KnownFlag } from "../src/platform/flags/flags.ts";
import { moment, type OperatorCommands, operate, table, UsageError } from "./operate.ts";

const commands: OperatorCommands = {
  list: {
    usage: "",
    async run({ accounts, flags }) {
      const known = await flags.list((await accounts.operator()).orgId);
      return { data: known, text: table(known.map(rowOf)) };
    },
  },
  set: {
    usage: "<flag> <percent> [--on=person,…] [--off=person,…]",
    options: ["on", "off"],
    async run({ accounts, flags }, { words: [flag = "", percent = ""], options: { on, off } }) {
      const [onFor, offFor] = [await named(accounts, on), await named(accounts, off)];
      const rollout = { percent: percentOf(percent), onFor, offFor };
      await flags.set(await accounts.operator(), flag, rollout);
      return { data: rollout, text: `${flag} is ${told({ rollout })} now.` };
    },
  },
};

/** `node cmd/ctl.ts flags …`: what is done one way for some and another way for others; servers may run meanwhile. */
export const flags = (): Promise<void> => operate("flags", commands);

function rowOf({ name, purpose, rollout, changes: [latest] }: KnownFlag): readonly string[] {
  return [name, told({ rollout }), latest === undefined ? "as declared" : moment(latest.changedAt), purpose];
}

function told({ rollout: { percent, onFor, offFor } }: Pick<KnownFlag, "rollout">): string {
  const [on, off] = [onFor.length, offFor.length].map((count, index) =>
    count === 0 ? "" : `, ${index === 0 ? "on" : "off"} for ${count} by name`,
  );
  return `on for ${percent} %${on}${off}`;
}

function percentOf(text: string): number {
  if (!/^(\d{1,2}|100)$/.test(text)) throw new UsageError("The percentage is a number from 0 to 100.");
  return Number(text);
}

async function named(accounts: Contexts["accounts"], people: string | undefined) {
  const names = people?.split(",").map((name) => name.trim()) ?? [];
  return Promise.all(names.map(async (name) => (await accounts.show(name)).userId));
}
