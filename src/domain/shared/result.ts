/** What a rule answers when it says yes. */
export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

/**
 * What a rule answers when it says no: a code from one closed list, and the figures that the sentence
 * on the screen needs. A refusal is a value and part of the rules; a bug throws.
 */
export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly details: RefusalDetails;
}

/** Plain figures that a refusal's sentence may name; never personal data. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Result<T, Code extends string> = Done<T> | Refusal<Code>;

/** @example done(3) → { ok: true, value: 3 } */
export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

/** @example refuse("unknown_procedure", { code: "1.001193" }) */
export function refuse<Code extends string>(code: Code, details: RefusalDetails = {}): Refusal<Code> {
  return { ok: false, code, details };
}

/** Stops the program on what can only be a bug of ours; the sentence is for the log, not for a person. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${sentence}`);
}
