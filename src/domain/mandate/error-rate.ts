export interface ErrorRate {
  readonly judged: number;
  readonly wrong: number;
  /** Share that was found wrong, 0 to 1; null when nothing was judged. */
  readonly rate: number | null;
  /** Between these the true share lies with 95 % confidence; 0 and 1 when nothing was judged. */
  readonly low: number;
  readonly high: number;
}

/** The point of the normal distribution that leaves 2.5 % on each side. */
const Z = 1.959_963_984_540_054;

/**
 * The share of wrong acts with its 95 % interval after Wilson (1927), which stays between 0 and 1 and says something
 * for small numbers too: none wrong of ten does not mean that none is wrong.
 *
 * @example errorRate({ judged: 10, wrong: 0 }) → { rate: 0, low: 0, high: 0.278, … }
 */
export function errorRate({ judged, wrong }: { readonly judged: number; readonly wrong: number }): ErrorRate {
  if (judged === 0) return { judged, wrong, rate: null, low: 0, high: 1 };
  const rate = wrong / judged;
  const weight = 1 + (Z * Z) / judged;
  const centre = (rate + (Z * Z) / (2 * judged)) / weight;
  const spread = (Z / weight) * Math.sqrt((rate * (1 - rate)) / judged + (Z * Z) / (4 * judged * judged));
  return {
    judged,
    wrong,
    rate,
    low: wrong === 0 ? 0 : centre - spread,
    high: wrong === judged ? 1 : centre + spread,
  };
}
