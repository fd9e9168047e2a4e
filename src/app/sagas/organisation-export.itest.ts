import { describeExport } from "./testing/export-contract.ts";

describeExport("with PostgreSQL alone", async () => ({}));
