/** What a refusal's sentence may name, as it comes over the wire. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What happened, and what to do now. */
export interface RefusalSentence {
  readonly what: string;
  readonly wayOut: string;
}

/** One detail put into words, or nothing where the answer has none. */
export function detail(details: RefusalDetails, key: string, say: (text: string) => string): string {
  const value = details[key];
  return typeof value === "string" || typeof value === "number" ? say(String(value)) : "";
}

/** A list of texts put into words, or nothing where the answer has none. */
export function codes(details: RefusalDetails, key: string, say: (texts: string) => string): string {
  const value = details[key];
  return Array.isArray(value) && value.length > 0 ? say(value.join("; ")) : "";
}

/** How many minutes a lock lasts, from `minutes` or `seconds`; rounded up, so that nobody comes too early. */
export function minutes(details: RefusalDetails, say: (count: number) => string, unknown: string): string {
  const whole = details["minutes"];
  if (typeof whole === "number") return say(Math.max(1, Math.ceil(whole)));
  const seconds = details["retryAfterSeconds"] ?? details["seconds"];
  return typeof seconds === "number" ? say(Math.max(1, Math.ceil(seconds / 60))) : unknown;
}
