import type { AnySaga } from "../../platform/workflow/saga.ts";
import { accountDeletion } from "./account-deletion.ts";
import { organisationExport } from "./organisation-export.ts";
import { registration } from "./registration.ts";
import { retention } from "./retention.ts";

/** Every saga. This module and all it imports are pure, so that they can be bundled for Temporal. */
export const sagas: readonly AnySaga[] = [registration, accountDeletion, organisationExport, retention];
