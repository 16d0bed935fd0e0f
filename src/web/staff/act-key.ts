/**
 * The key of an act that a person may have to repeat. It stays the same as long as it is not known
 * whether the server acted: a double click, a retry after a lost line, and a retry after a correction
 * all carry it, so that at most one of them counts. A definite answer, yes or no, ends it.
 */
export interface ActKey<Input> {
  /** Null when no act is under way. */
  readonly key: string | null;
  /** What was sent under the key when its answer was lost; the server may have acted on it. */
  readonly lost: Input | null;
}

export const NO_ACT: ActKey<never> = { key: null, lost: null };

/** The act begins or is repeated: the key it has, or else the new one. */
export function beginAct<Input>(
  act: ActKey<Input>,
  newKey: string,
): ActKey<Input> & { readonly key: string } {
  return { ...act, key: act.key ?? newKey };
}

/** The answer did not come; the first input under the key is the one the server may have kept. */
export function answerLost<Input>(act: ActKey<Input>, sent: Input): ActKey<Input> {
  return { key: act.key, lost: act.lost ?? sent };
}
