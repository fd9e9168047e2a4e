import type { ServiceImpl } from "@connectrpc/connect";
import type { AdminService } from "../../../../gen/chatter/admin/v1/admin_pb.js";
import type { Clock } from "../../../kernel/clock.ts";
import type { FlagOperation } from "../../../platform/flags/flags.ts";
import type { JobHistory } from "../../../platform/jobs/job-history.ts";
import type { Operation } from "../../../platform/outbox/operation.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import type { Census, Installation } from "../application/ports.ts";

export type Service = ServiceImpl<typeof AdminService>;

export interface AdminServiceDeps {
  readonly clock: Clock;
  readonly gate: Gate;
  readonly census: Census;
  readonly installation: Installation;
  readonly runs: Pick<JobHistory, "list" | "latest">;
  readonly operation: Operation;
  readonly flags: FlagOperation;
}
