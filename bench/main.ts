import { measureAuthorisation } from "./authz.ts";
import { measureBackup } from "./backup.ts";
import { createBenchDatabase } from "./bench-database.ts";
import { measureDelivery } from "./delivery.ts";
import { measureDurableSends } from "./durable-sends.ts";
import { measureFanOut } from "./fan-out.ts";
import { measureKeptPages } from "./kept-pages.ts";
import { measureLatestPage } from "./latest-page.ts";
import { measureReading } from "./reading.ts";
import { measureSignals } from "./redis.ts";
import { describeMachine, type Measurement, printTable } from "./report.ts";
import { measureSearch } from "./search.ts";
import { measureTwoServers } from "./two-servers.ts";

// Each limit is measured in the same run, so that figures can be compared on any machine.
console.log(`Measuring on ${describeMachine()}. This takes a few minutes; let nothing else run.\n`);
const database = await createBenchDatabase();
const measurements: Measurement[] = [];
try {
  const parts = [
    measureDurableSends,
    measureDelivery,
    measureLatestPage,
    measureKeptPages,
    measureAuthorisation,
    measureFanOut,
    measureSignals,
    measureTwoServers,
    measureBackup,
    measureReading,
    // Last: what comes after it would run among its million messages.
    measureSearch,
  ];
  for (const measure of parts) measurements.push(...(await measure(database)));
} finally {
  await database.drop();
}
printTable(measurements);
if (measurements.some(({ reached }) => reached === false)) process.exitCode = 1;
