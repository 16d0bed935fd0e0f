/** What was typed in one go, and when its last key came. */
export interface Burst {
  readonly text: string;
  /** Milliseconds of the page's clock. */
  readonly last: number;
}

export const NO_BURST: Burst = { text: "", last: 0 };

/** Between two keys of a scanner lie a few milliseconds, between those of a hand a hundred; ours. */
const GAP_MS = 40;
/** No code of a packet, bag, place or waybill is shorter. */
const CODE_MIN = 6;

/**
 * What a key makes of what was typed before it. A code is what came faster than a hand types, and ended with Enter; a pause
 * begins anew, and any key that is no character ends what was begun. Shift is part of a scanner's capitals.
 *
 * @param at milliseconds of the page's clock
 * @returns the code when this key ended one; null otherwise
 * @example afterKey({ text: "B00000001", last: 100 }, { key: "Enter", at: 110 }).code → "B00000001"
 */
export function afterKey(
  burst: Burst,
  { key, at }: { readonly key: string; readonly at: number },
): { readonly burst: Burst; readonly code: string | null } {
  if (key === "Shift") return { burst, code: null };
  const goesOn = at - burst.last <= GAP_MS;
  if (key === "Enter") {
    const code = goesOn && burst.text.length >= CODE_MIN ? burst.text : null;
    return { burst: NO_BURST, code };
  }
  if (key.length !== 1) return { burst: NO_BURST, code: null };
  return { burst: { text: goesOn ? burst.text + key : key, last: at }, code: null };
}
