import { openProgram } from "../src/app/program.ts";
import { MirrorStore } from "../src/platform/authz/spicedb/mirror-store.ts";
import { readEnvironment } from "./environment.ts";

type Command = (store: MirrorStore) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  async resync(store) {
    const found = await store.resync();
    return found ? "SpiceDB is emptied and filled again, by the server that runs next or now." : NOTHING;
  },
  async leave(store) {
    const found = await store.leave();
    return found ? "Nothing waits for SpiceDB any more. Start the servers without it." : NOTHING;
  },
};

const NOTHING = "No SpiceDB mirrors the relationships.";

/** `node cmd/ctl.ts mirror …`: makes what SpiceDB knows anew, or gives it up; servers may run meanwhile. */
export async function mirror(): Promise<void> {
  const command = commands[process.argv[3] ?? ""];
  if (command === undefined) {
    console.error(`usage: node cmd/ctl.ts mirror ${Object.keys(commands).join(" | ")}`);
    process.exitCode = 2;
    return;
  }
  const program = await openProgram(readEnvironment(process.env), { beside: true });
  try {
    console.log(await command(new MirrorStore(program.engines.database("authz", 1))));
  } finally {
    await program.stop();
  }
}
