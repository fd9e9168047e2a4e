import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@connectrpc/connect";
import { AuthService } from "../gen/chatter/auth/v1/auth_pb.js";
import { inProcess } from "../src/app/in-process.ts";
import { openProgram } from "../src/app/program.ts";
import { readEnvironment } from "./environment.ts";
import { run } from "./run.ts";

await run(async () => {
  const config = readEnvironment(process.env);
  const program = await openProgram(config);
  await program.work();
  const { url, port } = await program.serve();
  const pidFile = join(config.dataDir, "server.pid");
  // With engines of one's own nothing else has made it.
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(pidFile, `${process.pid}\n`);

  const address = config.publicUrl.endsWith(`:${config.port}`)
    ? `http://localhost:${port}`
    : config.publicUrl;
  console.log(`\n  Chatter is running at ${address}${url.includes("localhost") ? "" : ` (${url})`}`);
  const { needsOwner } = await createClient(AuthService, inProcess(program.contexts)).getSetup({});
  if (needsOwner) {
    console.log("  Nobody is here yet: the first person to register there becomes the owner.");
  }
  console.log("  Stop it with Ctrl-C or `make down`.\n");

  return async () => {
    await program.stop();
    await rm(pidFile, { force: true });
  };
});
