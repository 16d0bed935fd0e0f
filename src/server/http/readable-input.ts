import { readableText } from "#domain/shared/readable-text.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";

type Branch = Record<string, unknown>;

/**
 * Puts every text of a request into the form in which it is kept and read, in place, before its contract looks at it:
 * then what draws nothing is empty for the contract too. A text that nobody can read is refused by its field.
 * Without recursion: what comes in is nested as deeply as somebody likes.
 * @param name what the field's path begins with
 */
export function makeReadable(input: unknown, name: string): Result<null, "text_unreadable"> {
  const open: (readonly [Branch, string])[] = isBranch(input) ? [[input, name]] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [branch, path] = next;
    for (const [key, value] of Object.entries(branch)) {
      if (isBranch(value)) open.push([value, `${path}/${key}`]);
      if (typeof value !== "string") continue;
      const text = readableText(value);
      if (!text.ok) return refuse("text_unreadable", { field: `${path}/${key}` });
      branch[key] = text.value;
    }
  }
  return done(null);
}

/** An object or a list; a file's bytes are neither. */
function isBranch(value: unknown): value is Branch {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}
