import { channelId } from "./ids.ts";
import { MemoryLog } from "./memory-log.ts";
import { describeStreamSource } from "./stream-source.contract.ts";

let streams = 0;

describeStreamSource("in memory", () => {
  const source = new MemoryLog();
  return {
    source,
    fresh: () => channelId(++streams),
    append: async (stream, ...entries) => {
      source.append(stream, ...entries);
    },
  };
});
