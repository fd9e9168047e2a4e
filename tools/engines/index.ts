export { RunningEngine } from "./running-engine.ts";
export { startEngine } from "./start-engine.ts";
