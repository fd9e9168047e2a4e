import { answersHttp } from "./checks.ts";
import { engine, type Place } from "./engine.ts";

const key = "chatter";
const secret = "chatter-development-secret-of-32-characters";

export const livekit = engine({
  title: "LiveKit",
  source: { module: "livekit", program: "server" },
  ports: { http: 17880, media: 17882 },
  command: (place) => ({ args: ["--config-body", JSON.stringify(configuration(place))] }),
  check: ({ ports }) => answersHttp(`http://127.0.0.1:${ports.http}`),
  settings: ({ ports }) => ({
    LIVEKIT_URL: `ws://127.0.0.1:${ports.http}`,
    LIVEKIT_API_KEY: key,
    LIVEKIT_API_SECRET: secret,
  }),
});

/** JSON, which is YAML. Media stays on loopback as well: no public server is asked for an address. */
function configuration({ ports }: Place<"http" | "media">): object {
  return {
    port: ports.http,
    bind_addresses: ["127.0.0.1"],
    rtc: {
      udp_port: ports.media,
      tcp_port: 0,
      use_external_ip: false,
      node_ip: "127.0.0.1",
      enable_loopback_candidate: true,
      interfaces: { includes: ["lo"] },
      stun_servers: ["127.0.0.1:13478"],
    },
    keys: { [key]: secret },
    logging: { level: "warn" },
  };
}
