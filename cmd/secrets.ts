import { openProgram, type Program } from "../src/app/program.ts";
import { Rotation } from "../src/platform/secrets/rotation.ts";
import { readEnvironment } from "./environment.ts";

type Command = (rotation: Rotation, program: Program) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  async status(rotation) {
    return JSON.stringify(await rotation.status(), undefined, 2);
  },
  async prepare(rotation) {
    return `The key ${await rotation.prepare()} is ready. Copy the key file to all servers, then rotate.`;
  },
  async rotate(rotation, { contexts }) {
    const key = await rotation.rotate();
    await contexts.renewSigningKey();
    return `The key ${key} encrypts from now on. ${await rewrap(rotation)}`;
  },
  rewrap,
  async leave(_, { engines, contexts }) {
    const rotation = new Rotation(engines.encryption.writtenBy("file"), contexts.keepers);
    return `${await rewrap(rotation)} Start the servers without VAULT_ADDR, and with the key file.`;
  },
  async "give-up"(rotation) {
    const lost = await rotation.giveUpUnreadable();
    return lost.length === 0 ? "Everything can be read." : `Given up:\n${lost.join("\n")}`;
  },
  async forget(rotation) {
    await rotation.forget();
    return "Only the current version of the key is left.";
  },
};

/** `node cmd/ctl.ts secrets …`: exchanges the key by which secrets are encrypted; servers may run meanwhile. */
export async function secrets(): Promise<void> {
  const command = commands[process.argv[3] ?? ""];
  if (command === undefined) {
    console.error(`usage: node cmd/ctl.ts secrets ${Object.keys(commands).join(" | ")}`);
    process.exitCode = 2;
    return;
  }
  const program = await openProgram(readEnvironment(process.env), { beside: true });
  try {
    const rotation = new Rotation(program.engines.encryption, program.contexts.keepers);
    console.log(await command(rotation, program));
  } finally {
    await program.stop();
  }
}

async function rewrap(rotation: Rotation): Promise<string> {
  return `Secrets encrypted anew: ${await rotation.rewrap()}.`;
}
