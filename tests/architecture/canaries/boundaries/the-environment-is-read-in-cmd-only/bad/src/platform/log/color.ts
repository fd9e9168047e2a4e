import { env } from "node:process";

export const color = env["COLOR"];
