import { expect, it } from "vitest";
import { refuseServer } from "./admission.ts";

const server = {
  version: "15.14",
  number: 150_014,
  encoding: "UTF8",
  standby: false,
  login: "chatter",
  may_create_schemas: true,
  may_create_roles: true,
};

it("takes the oldest server that is supported", () => {
  expect(refuseServer(server)).toBeUndefined();
});

it("refuses an older one and a replica, and says what to take", () => {
  expect(refuseServer({ ...server, version: "14.20", number: 140_020 })).toBe(
    "that is PostgreSQL 14.20; take 15 or newer",
  );
  expect(refuseServer({ ...server, standby: true })).toMatch(/replica.*; name the primary$/);
});
