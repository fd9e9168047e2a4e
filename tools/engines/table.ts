import { answersPing } from "./checks.ts";
import { engine } from "./engine.ts";
import { postgres } from "./postgres.ts";
import { spicedb } from "./spicedb.ts";

/** Every engine that Chatter can run on instead of what it embeds. `make engines-up` starts them in this order. */
export const engines = {
  postgres,

  redis: engine({
    title: "Redis",
    source: { package: "redis-server", program: "redis-server" },
    ports: { redis: 16379 },
    command: ({ ports }) => ({
      args: ["--port", String(ports.redis), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    }),
    check: ({ ports }) => answersPing(ports.redis),
    settings: ({ ports }) => ({ REDIS_URL: `redis://127.0.0.1:${ports.redis}` }),
  }),

  spicedb,
};

export type EngineName = keyof typeof engines;

export type SettingsOf<Name extends EngineName> = ReturnType<(typeof engines)[Name]["settings"]>;
