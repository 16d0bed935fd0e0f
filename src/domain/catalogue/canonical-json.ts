/** Deeper than this no record is; it bounds the recursion. */
const DEPTH_MAX = 40;

/**
 * JSON with its keys in order and no spaces, so that the same data give the same text, whoever wrote them. Undefined
 * for data that are nested too deeply.
 * @example canonicalJson({ b: 1, a: [2] }) → '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string | undefined {
  return isShallow(value, DEPTH_MAX) ? write(value) : undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(",")}}`;
}

/** NUL, or half of a surrogate pair, as JSON escapes them: PostgreSQL keeps neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/u;

/** True where a JSON text holds a character that the database cannot keep. */
export function isUnstorable(json: string): boolean {
  return UNSTORABLE.test(json);
}
