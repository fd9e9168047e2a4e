import { Counter, Gauge } from "prom-client";
import type { Metrics } from "../../../platform/telemetry/metrics.ts";
import type { Meter } from "../application/ports.ts";

/** Counts for /metrics. */
export function createMeter(metrics: Metrics): Meter {
  const registers = [metrics];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `chatter_realtime_${name}_total`, help, labelNames, registers });
  // Counted for every write, so kept as plain numbers until somebody looks.
  const tally = (name: string, help: string): { add: number } => {
    const sum = { add: 0 };
    const counter = new Counter({
      name: `chatter_realtime_${name}_total`,
      help,
      registers: [],
      collect() {
        this.inc(sum.add);
        sum.add = 0;
      },
    });
    metrics.registerMetric(counter);
    return sum;
  };

  const watched = (name: string, help: string, read: () => number): void => {
    const gauge: Gauge = new Gauge({
      name: `chatter_realtime_${name}`,
      help,
      registers: [],
      collect: () => gauge.set(read()),
    });
    metrics.registerMetric(gauge);
  };

  const delivered = tally("deliveries", "Entries handed to connections");
  const frames = tally("frames", "Frames written");
  const bytes = tally("bytes", "Bytes written");
  const lags = counter("lags", "Times that a connection was slower than what it should get");
  const resets = counter("resets", "Readers sent to pages instead", "reason");
  const reads = counter("log_reads", "Reads of the log to catch up");
  const readEntries = counter("log_read_entries", "Entries read from the log to catch up");
  const lost = counter("lost_announcements", "Streams that only the head check found to be ahead");
  const ended = counter("ended_connections", "Connections ended by the server", "reason");
  return {
    watch(load) {
      watched("connections", "Open connections", () => load().connections);
      watched("lagging", "Connections that are slower than what they should get", () => load().lagging);
      watched("buffered_bytes", "Bytes that wait for the networks of clients", () => load().bufferedBytes);
    },
    delivered(entries) {
      delivered.add += entries;
    },
    wrote(count, size) {
      frames.add += count;
      bytes.add += size;
    },
    lagged: () => lags.inc(),
    reset: (reason) => resets.inc({ reason }),
    readLog(entries) {
      reads.inc();
      readEntries.inc(entries);
    },
    foundByHeadCheck: (streams) => lost.inc(streams),
    ended: (reason) => ended.inc({ reason }),
  };
}
