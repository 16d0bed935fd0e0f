import type { Point } from "./round-order.ts";

/** Where a point stands in a sketch: from the left and from the top, 0 to 1 of its width. */
export interface SketchPoint {
  readonly x: number;
  readonly y: number;
}

/** A sketch of a round, north up, with the same scale in both directions. */
export interface Sketch {
  readonly points: readonly SketchPoint[];
  /** Height of the sketch, as a share of its width; at most 1. */
  readonly height: number;
  /** Metres on the ground of the whole width. */
  readonly metres: number;
}

/** One degree of latitude, in metres; near enough for a round of some kilometres. */
const METRES_OF_DEGREE = 111_320;
/** Doors of one house do not fill the sketch. */
const LEAST_METRES = 200;
/** Room at the edges for the numbers. */
const EDGE = 0.08;
const LEAST_HEIGHT = 0.3;

/**
 * Where the doors of a round lie to each other, for a drawing without any map: no road, no tile of somebody else.
 *
 * @returns null for fewer than two points: there is nothing to compare
 * @example sketchOf([south, north]) → the first at the bottom, the second at the top
 */
export function sketchOf(points: readonly Point[]): Sketch | null {
  if (points.length < 2) return null;
  const [south, north] = extent(points.map(({ latitude }) => latitude));
  const [west, east] = extent(points.map(({ longitude }) => longitude));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * shrink * METRES_OF_DEGREE, (north - south) * METRES_OF_DEGREE];
  const span = Math.max(wide, high, LEAST_METRES) / (1 - 2 * EDGE);
  const height = Math.min(1, Math.max(LEAST_HEIGHT, high / span + 2 * EDGE));
  return {
    height,
    metres: span,
    points: points.map(({ latitude, longitude }) => ({
      x: 0.5 + ((longitude - (west + east) / 2) * shrink * METRES_OF_DEGREE) / span,
      y: height / 2 - ((latitude - (south + north) / 2) * METRES_OF_DEGREE) / span,
    })),
  };
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
