import { world } from "../../../platform/testing/world.ts";

export const people = world.people;
