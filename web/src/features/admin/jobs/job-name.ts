import { adminText as t } from "../../../text/administration.ts";

const names = {
  "auth.forget-expired": "job.auth.forget-expired",
  "auth.end-weak-sessions": "job.auth.end-weak-sessions",
  "auth.renew-signing-key": "job.auth.renew-signing-key",
  "workflow.forget-old": "job.workflow.forget-old",
  "calls.forget": "job.calls.forget",
  "message.retention": "job.message.retention",
  "file.collect": "job.file.collect",
  "user.expire-exports": "job.user.expire-exports",
  "notification.forget-deliveries": "job.notification.forget-deliveries",
  "notification.forget-old": "job.notification.forget-old",
  "jobs.forget-old": "job.jobs.forget-old",
} as const;

/** What a job does, in words; its own name where a newer server has it. */
export function jobName(job: string): string {
  return isNamed(job) ? t(names[job]) : job;
}

function isNamed(job: string): job is keyof typeof names {
  return Object.hasOwn(names, job);
}
