import { BlockList } from "node:net";

/** Unless told otherwise: a proxy on the same machine. */
const SAME_MACHINE = ["127.0.0.0/8", "::1/128"];

/** Networks in CIDR notation whose word about the client is believed; throws on one that is malformed. */
export function trustProxies(networks: readonly string[] = SAME_MACHINE): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix = ""] = network.split("/");
    const family = address.includes(":") ? "ipv6" : "ipv4";
    list.addSubnet(address, prefix === "" ? wholeAddress(family) : Number(prefix), family);
  }
  return list;
}

function wholeAddress(family: "ipv4" | "ipv6"): number {
  return family === "ipv6" ? 128 : 32;
}
