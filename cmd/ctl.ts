import { createClient } from "@connectrpc/connect";
import { DEMO_PASSWORD, emailOf, people } from "../dev/demo/people.ts";
import { seedDemo } from "../dev/demo/seed.ts";
import { AuthService } from "../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../gen/chatter/message/v1/message_pb.js";
import { UserService } from "../gen/chatter/user/v1/user_pb.js";
import { inProcess } from "../src/app/in-process.ts";
import { openProgram } from "../src/app/program.ts";
import { type OrgId, parseId } from "../src/kernel/ids.ts";
import { backup, restore, upgrade } from "./backup.ts";
import { doctor } from "./doctor.ts";
import { readEnvironment } from "./environment.ts";
import { events } from "./events.ts";
import { flags } from "./flags.ts";
import { mirror } from "./mirror.ts";
import { explain } from "./run.ts";
import { secrets } from "./secrets.ts";
import { tokens } from "./tokens.ts";
import { users } from "./users.ts";
import { workflows } from "./workflows.ts";

const DEMO = { messages: 10_000, days: 60 };

const commands: Readonly<Record<string, () => Promise<void>>> = {
  doctor,
  migrate,
  backup,
  restore,
  upgrade,
  demo,
  events,
  rebuild,
  mirror,
  secrets,
  workflows,
  flags,
  users,
  tokens,
};

const command = commands[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(`usage: node cmd/ctl.ts ${Object.keys(commands).join(" | ")}`);
  process.exit(2);
}
await command().catch(explain);

async function migrate(): Promise<void> {
  const program = await openProgram(readEnvironment(process.env), { beside: true });
  await program.stop();
  console.log("The database has the newest schema.");
}

/** Makes what is read of messages anew from the log; after an interruption, from the channel it told last. */
async function rebuild(): Promise<void> {
  const last = process.argv[3];
  const program = await openProgram(readEnvironment(process.env), { beside: true });
  try {
    const channels = program.contexts.rebuildMessages(last === undefined ? undefined : parseId("chn", last));
    for await (const { channelId, messages } of channels) console.log(`${channelId}: ${messages} messages`);
    console.log(`search: ${await program.contexts.search.rebuild()} messages`);
    console.log("Everything is as the log says.");
  } finally {
    await program.stop();
  }
}

async function demo(): Promise<void> {
  let now = new Date();
  const until = now;
  const program = await openProgram(readEnvironment(process.env), { clock: { now: () => now } });
  try {
    const { needsOwner } = await createClient(AuthService, inProcess(program.contexts)).getSetup({});
    if (!needsOwner) {
      console.error("The demo needs an empty installation: stop the server and `make init` first.");
      process.exitCode = 1;
      return;
    }
    await program.work();
    const stage = {
      setTime: (time: Date) => {
        now = time;
      },
      as(account?: { readonly userId: string; readonly orgId: string }) {
        const actor = account && {
          userId: parseId("usr", account.userId),
          orgId: account.orgId as OrgId,
          scope: "full" as const,
        };
        const transport = inProcess(program.contexts, actor);
        return {
          auth: createClient(AuthService, transport),
          user: createClient(UserService, transport),
          channel: createClient(ChannelService, transport),
          message: createClient(MessageService, transport),
        };
      },
    };
    const progress = (done: number, of: number): void => {
      if (done % 500 === 0 || done === of) console.log(`${done} of ${of} messages`);
    };
    await seedDemo(stage, { ...DEMO, until, progress });
    const [owner] = people;
    console.log(
      `\nDone. \`make up\`, then sign in as ${owner ? emailOf(owner) : ""} with “${DEMO_PASSWORD}”.`,
    );
    console.log("Everybody else has the same password; their names are in dev/demo/people.ts.");
  } finally {
    await program.stop();
  }
}
