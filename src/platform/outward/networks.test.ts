import { describe, expect, it } from "vitest";
import { permitAddresses } from "./networks.ts";

describe("permitAddresses", () => {
  const permission = permitAddresses([]);

  it.each(["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::8a"])(
    "lets %s of the public internet be asked",
    (address) => {
      expect(permission(address)).toBe("public");
    },
  );

  it.each([
    ["this host", "0.0.0.0", "0.1.2.3", "::"],
    ["loopback", "127.0.0.1", "127.255.0.9", "::1"],
    [
      "private networks",
      "10.0.0.1",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "fc00::1",
      "fd00:ec2::254",
    ],
    ["link-local, where clouds answer about themselves", "169.254.169.254", "fe80::1", "fec0::1"],
    ["the provider's own side of a machine in a cloud", "168.63.129.16", "192.0.0.192"],
    ["shared addresses of a provider", "100.64.0.1", "100.100.100.200"],
    ["multicast and broadcast", "224.0.0.1", "239.1.1.1", "255.255.255.255", "ff02::1"],
    ["documentation, benchmarks and the reserved", "192.0.2.1", "198.18.0.1", "203.0.113.5", "240.0.0.1"],
    ["IPv4 in IPv6", "::ffff:127.0.0.1", "::ffff:1.1.1.1", "::127.0.0.1", "::ffff:0:10.0.0.1"],
    ["IPv4 behind a translator", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:1::1"],
    ["what was never given out", "4000::1", "100::1", "5f00::1", "2001:db8::1"],
    ["what is no address", "", "localhost", "1.2.3", "fe80::1%eth0"],
  ])("refuses %s", (_what, ...addresses) => {
    for (const address of addresses) expect(permission(address), address).toBe("refused");
  });

  it("allows the networks that were named, of their own family only", () => {
    const named = permitAddresses(["10.1.0.0/16", "fd12::/16", "0.0.0.0/32"]);
    expect(["10.1.2.3", "fd12::5"].map(named)).toEqual(["allowed", "allowed"]);
    expect(["10.2.0.1", "fd13::5", "::ffff:10.1.2.3"].map(named)).toEqual(["refused", "refused", "refused"]);
  });
});
