import type { PlainDate } from "../shared/plain-date.ts";

/** Where somebody stood, in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A door of a courier's round, as far as it decides the order. */
export interface RoundStop {
  /** Last day of the promise; null while none is known. */
  readonly dueOn: PlainDate | null;
  /** The day that was told to the citizen after an attempt in vain. */
  readonly promisedOn: PlainDate | null;
  /** Where a courier stood at an earlier visit; null at the first one. */
  readonly point: Point | null;
  /** Commune of today; null where the order does not say. */
  readonly communeCode: string | null;
  readonly orderedAt: string;
}

/**
 * The order of a round: what is promised for today or overdue first. Among these, and among the rest, the nearest next
 * where a courier has been before, beginning where he stands or at the oldest one; then the doors that nobody has seen,
 * commune by commune, the oldest first. It is an advice: the courier knows the road, and may take any stop.
 *
 * @param stops in any order
 * @param today the day of the round
 * @param from where the courier stands; null where it is not known
 * @returns all stops, each once
 *
 * @example orderRound([near, far, late], today, null) → [late, near, far]
 */
export function orderRound<Stop extends RoundStop>(
  stops: readonly Stop[],
  today: PlainDate,
  from: Point | null,
): readonly Stop[] {
  const urgent = stops.filter((stop) => isUrgent(stop, today));
  const others = stops.filter((stop) => !isUrgent(stop, today));
  const first = orderGroup(urgent, from);
  return [...first, ...orderGroup(others, lastPoint(first) ?? from)];
}

/** Whether a stop cannot wait for tomorrow. */
export function isUrgent({ dueOn, promisedOn }: RoundStop, today: PlainDate): boolean {
  return (dueOn !== null && dueOn <= today) || (promisedOn !== null && promisedOn <= today);
}

function orderGroup<Stop extends RoundStop>(stops: readonly Stop[], from: Point | null): readonly Stop[] {
  const oldestFirst = stops.toSorted((one, other) => compare(one.orderedAt, other.orderedAt));
  const unseen = oldestFirst.filter(({ point }) => point === null);
  const communes = unseen.toSorted((one, other) => compare(one.communeCode ?? "~", other.communeCode ?? "~"));
  return [
    ...chain(
      oldestFirst.filter(({ point }) => point !== null),
      from,
    ),
    ...communes,
  ];
}

/** Nearest next; of two that are equally near, the older one. */
function chain<Stop extends RoundStop>(stops: readonly Stop[], from: Point | null): readonly Stop[] {
  const left = [...stops];
  const way: Stop[] = [];
  let here = from ?? left[0]?.point ?? null;
  while (left.length > 0) {
    const [next] = left
      .map((stop) => ({ stop, metres: here && stop.point ? metresBetween(here, stop.point) : 0 }))
      .toSorted((one, other) => one.metres - other.metres);
    if (!next) break;
    left.splice(left.indexOf(next.stop), 1);
    way.push(next.stop);
    here = next.stop.point;
  }
  return way;
}

function lastPoint(stops: readonly RoundStop[]): Point | null {
  return stops.findLast(({ point }) => point !== null)?.point ?? null;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const EARTH_METRES = 6_371_000;

/** Metres between two points as the crow flies (haversine); for the doors of one district exact to a few metres. */
export function metresBetween(one: Point, other: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const height = Math.sin(rad(other.latitude - one.latitude) / 2) ** 2;
  const width = Math.sin(rad(other.longitude - one.longitude) / 2) ** 2;
  const along = height + Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * width;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(along)));
}
