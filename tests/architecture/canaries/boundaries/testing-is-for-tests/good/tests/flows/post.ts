import { world } from "../../src/platform/testing/world.ts";

export const people = world.people;
