import type { Pool } from "pg";

/** How many texts get a name: each costs every connection of the pool some 30 kB on the server. */
const NAMES_MAX = 150;

/**
 * Gives each text with parameters a name, so that a connection parses and plans it once. Texts past the bound stay
 * without one: nothing is evicted, since the program has fewer texts than that and only an odd list of places adds
 * others. A pooler between must keep named statements (PgBouncer from 1.21).
 */
export function nameStatements(pool: Pool): void {
  const names = new Map<string, string>();
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const named = (text: unknown, values?: unknown, ...more: unknown[]) => {
      if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) {
        return query(text, values, ...more);
      }
      const name = nameOf(names, text);
      return query(name === undefined ? { text, values } : { name, text, values }, ...more);
    };
    client.query = named as typeof client.query;
  });
}

function nameOf(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMES_MAX) return known;
  const name = `m${names.size + 1}`;
  names.set(text, name);
  return name;
}
