import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Contexts } from "../src/app/contexts.ts";
import { openProgram } from "../src/app/program.ts";
import { DomainError } from "../src/kernel/errors.ts";
import { readEnvironment } from "./environment.ts";

/** What a command found or did: as data for scripts, and in words. */
export interface Answer {
  readonly data: unknown;
  readonly text: string;
}

export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
}

export interface OperatorCommand {
  /** What follows the command's name, required words in <>. */
  readonly usage: string;
  /** Each takes a value: --name=value. */
  readonly options?: readonly string[];
  run(contexts: Contexts, args: Arguments): Promise<Answer>;
}

export type OperatorCommands = Readonly<Record<string, OperatorCommand>>;

/** Typed wrongly: said with how it is typed, and exit code 2. */
export class UsageError extends Error {}

const HINTS: Readonly<Record<string, string>> = {
  ACCOUNT_NOT_FOUND:
    "People are named by email address or id; `node cmd/ctl.ts users list` lists everybody, deactivated or not.",
  API_KEY_NOT_FOUND: "`node cmd/ctl.ts tokens list` lists all keys with their ids.",
  LAST_OWNER: "`node cmd/ctl.ts users set-role <person> owner` does.",
  ACCOUNT_DEACTIVATED: "`node cmd/ctl.ts users reactivate <person>` lets them in again.",
  TOTP_NOT_SET_UP: "`node cmd/ctl.ts users show <person>` tells what opens the account.",
};

/**
 * `node cmd/ctl.ts <group> <command> …`, beside a running server. With --json answers and refusals are JSON.
 * Exit code 2: it was refused or typed wrongly, and nothing was done.
 */
export async function operate(group: string, commands: OperatorCommands): Promise<void> {
  const [, , , name = "", ...rest] = process.argv;
  const asJson = rest.includes("--json");
  try {
    const command = commands[name];
    if (command === undefined) throw new UsageError(usageOf(group, commands));
    const args = readArguments(`${group} ${name} ${command.usage}`, command, rest);
    const program = await openProgram(readEnvironment(process.env), { beside: true });
    try {
      const { data, text } = await command.run(program.contexts, args);
      console.log(asJson ? JSON.stringify(data, plain, 2) : text);
    } finally {
      await program.stop();
    }
  } catch (error) {
    refuse(error, asJson);
  }
}

/** Columns as wide as what is in them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** In UTC, to the minute; a dash where there is none. */
export function moment(at: Date | undefined): string {
  return at === undefined ? "–" : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function readArguments(usage: string, command: OperatorCommand, args: readonly string[]): Arguments {
  const options: ParseArgsOptionsConfig = { json: { type: "boolean" } };
  for (const option of command.options ?? []) options[option] = { type: "string" };
  const { values, positionals: words } = parsed(usage, args, options);
  const required = command.usage.match(/<[^>]+>/g)?.length ?? 0;
  const most = required + (command.usage.match(/(?<=^| )\[[^-\]]+\]/g)?.length ?? 0);
  if (words.length < required || words.length > most) throw new UsageError(`usage: node cmd/ctl.ts ${usage}`);
  const named = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return { words, options: Object.fromEntries(named) };
}

function parsed(usage: string, args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${why}\nusage: node cmd/ctl.ts ${usage}`);
  }
}

function usageOf(group: string, commands: OperatorCommands): string {
  const lines = Object.entries(commands).map(([name, { usage }]) =>
    `node cmd/ctl.ts ${group} ${name} ${usage}`.trim(),
  );
  return `usage: ${lines.join("\n       ")}\nWith --json answers are for scripts.`;
}

function refuse(error: unknown, asJson: boolean): void {
  if (!(error instanceof DomainError || error instanceof UsageError)) throw error;
  process.exitCode = 2;
  const { reason, details } =
    error instanceof DomainError ? error : { reason: "WRONG_USAGE", details: undefined };
  const hint = HINTS[reason];
  if (asJson) console.error(JSON.stringify({ reason, message: error.message, hint, details }, undefined, 2));
  else console.error(hint === undefined ? error.message : `${error.message} ${hint}`);
}

function plain(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
