import { describeAuthorizer } from "./testing/authorizer-contract.ts";
import { openClub } from "./testing/club.ts";
import { openEmbeddedSpiceDb } from "./testing/spicedb.ts";

describeAuthorizer("evaluated here", { open: openClub, runs: 30 });
describeAuthorizer("decided by SpiceDB", { open: () => openClub(openEmbeddedSpiceDb), runs: 15 });
