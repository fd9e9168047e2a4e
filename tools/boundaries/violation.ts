export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  /** What was found, such as `imports kysely`. */
  readonly found: string;
  readonly wayOut: string;
}

export function describeViolation({ rule, path, line, found, wayOut }: Violation): string {
  return `${path}:${line} ${found}\n  rule: ${rule}\n  way out: ${wayOut}`;
}
