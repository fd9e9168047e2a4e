import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Networks beside the public ones that may be asked, in CIDR notation such as 10.1.0.0/16. */
export type AllowedNetworks = readonly string[];

// What answers the machines of a provider of clouds about themselves, at an address that looks public.
const METADATA = ["168.63.129.16/32"];
// All that is given out to the public so far; some of it has a purpose of its own, which `range` knows.
const GIVEN_OUT = "2000::/3";

/** Tells whether an address may be asked: a public one of the internet, or one of the allowed networks. */
export function permitAddresses(allowed: AllowedNetworks): (address: string) => Permission {
  const networks = allowed.map((network) => ipaddr.parseCIDR(network));
  return (text) => {
    if (isIP(text) === 0 || text.includes("%")) return "refused";
    const address = ipaddr.parse(text);
    if (networks.some((network) => isWithin(address, network))) return "allowed";
    return isPublic(address) ? "public" : "refused";
  };
}

/** `allowed` is a network that the operator named: there, any port may be asked. */
export type Permission = "public" | "allowed" | "refused";

function isPublic(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  if (METADATA.some((network) => isWithin(address, ipaddr.parseCIDR(network)))) return false;
  return address.kind() === "ipv4" || isWithin(address, ipaddr.parseCIDR(GIVEN_OUT));
}

type Address = ReturnType<typeof ipaddr.parse>;

function isWithin(address: Address, network: ReturnType<typeof ipaddr.parseCIDR>): boolean {
  return address.kind() === network[0].kind() && address.match(network);
}
