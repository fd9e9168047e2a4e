import type { DestinationStream } from "pino";

interface Entry {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message: string };
}

/** Turns entries of JSON into `09:05:35 warn  sentence  field=value`, with the stack of an error below. */
export function readableLines(destination: DestinationStream): DestinationStream {
  return { write: (line) => destination.write(readable(line)) };
}

function readable(line: string): string {
  const { level, time, msg = "", err, ...fields } = JSON.parse(line) as Entry;
  const facts = Object.entries(fields).map(([name, value]) => `  ${name}=${text(value)}`);
  const stack = err === undefined ? "" : `\n${indent(err.stack ?? err.message)}`;
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${msg}${facts.join("")}${stack}\n`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function indent(stack: string): string {
  return stack.replaceAll(/^/gm, "    ");
}
