export { RunningEngine } from "./running-engine.ts";
export { type StartOptions, startEngine } from "./start-engine.ts";
