import { openProgram } from "../src/app/program.ts";
import { readEnvironment } from "./environment.ts";
import { run } from "./run.ts";

// Event consumers and jobs without serving anybody, beside servers on the same DATABASE_URL.
await run(async () => {
  const program = await openProgram(readEnvironment(process.env));
  await program.work();
  program.engines.log.info("working");
  return program.stop;
});
