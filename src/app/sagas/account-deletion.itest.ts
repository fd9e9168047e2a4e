import { describeAccountDeletion } from "./testing/account-deletion-contract.ts";

describeAccountDeletion("with PostgreSQL alone", async () => ({}));
