import { readFileSync } from "node:fs";

export const chance = () => readFileSync("/dev/urandom");
