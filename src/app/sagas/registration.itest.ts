import { describeRegistration } from "./testing/registration-contract.ts";

describeRegistration("with PostgreSQL alone", async () => ({}));
