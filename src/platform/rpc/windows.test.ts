import { describeWindows } from "./testing/windows-contract.ts";
import { countInMemory } from "./windows.ts";

describeWindows("in this process", () => countInMemory);
