import { z } from "zod";

export const MANIFEST = "manifest.json";

const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** What is in a backup: its first member. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** The schemas in the order in which they are made, each with its migrations. */
  schemas: z.array(z.object({ schema: identifier, migrations: z.array(z.string()).readonly() })),
  tables: z.array(z.object({ schema: identifier, table: identifier, columns: z.array(identifier) })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type StoredTable = Manifest["tables"][number];

export const SEQUENCES = "sequences.json";
export const sequencesSchema = z.array(
  z.object({ schema: identifier, sequence: identifier, value: z.string().regex(/^\d+$/) }),
);

/** Rows in PostgreSQL's text format for COPY, in pieces that together are one. */
export const pieceOf = ({ schema, table }: StoredTable, piece: number): string =>
  `tables/${schema}.${table}/${String(piece).padStart(6, "0")}`;

/** The table of a piece; undefined for every other member. */
export const tableOf = (name: string): string | undefined => /^tables\/([^/]+)\/\d+$/.exec(name)?.[1];

/** Files of the data folder that the database is of no use without. */
export const fileOf = (name: string): string => `files/${name}`;
export const fileName = (member: string): string | undefined => /^files\/([\w.-]+)$/.exec(member)?.[1];
