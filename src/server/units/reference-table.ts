import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { v5 as uuidOf } from "uuid";

export const REFERENCE_FOLDER = fileURLToPath(new URL("../../../db/reference/", import.meta.url));
/** Keys of the reference files become the same UUIDs everywhere. */
const NAMESPACE = "5e1ff2a8-7c0e-4b8f-9a51-2f0f6a3c9d10";

/** The UUID of a key of the reference data. @example referenceId("unit:commune:30163") */
export function referenceId(key: string): string {
  return uuidOf(key, NAMESPACE);
}

export type Json = Readonly<Record<string, unknown>>;

/** A file of the reference data, by its path under db/reference. */
export async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(REFERENCE_FOLDER, name), "utf8"));
}

export interface Table {
  readonly name: string;
  /** What makes a row the same row when the files are loaded again. */
  readonly key: readonly string[];
  readonly rows: readonly Json[];
}

/** Rows of a file as rows of a table. */
export function table(
  name: string,
  key: readonly string[],
  rows: readonly Json[],
  toRow: (row: Json) => Json,
): Table {
  return { name, key, rows: rows.map(toRow) };
}
