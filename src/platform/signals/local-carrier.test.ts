import { createLocalHub } from "./local-carrier.ts";
import { describeCarrier } from "./testing/carrier-contract.ts";

describeCarrier("in process", () => ({ carrier: createLocalHub() }));
