import { describeRetention } from "./testing/retention-contract.ts";

describeRetention("with PostgreSQL alone", async () => ({}));
