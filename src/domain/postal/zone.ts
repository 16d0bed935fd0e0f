/**
 * How far a shipment goes, in the words of the tariff: within a district, between districts of a province, within a
 * region of several provinces, between regions.
 */
export const POSTAL_ZONES = ["innerDistrict", "betweenDistricts", "innerRegion", "betweenRegions"] as const;
export type PostalZone = (typeof POSTAL_ZONES)[number];

/** Where a shipment begins or ends. */
export interface PostalPlace {
  /** Code of the province of today. */
  readonly province: string;
  /** The region of the carrier's list that the province belongs to; null where the list is not known. */
  readonly region: string | null;
  /**
   * Codes of the districts of before 1/7/2025 that this place lay in. One where the old commune is known; several for a
   * commune of today that was put together over their borders.
   */
  readonly districts: readonly string[];
}

/** A zone, and what it rests on where the district is not certain. */
export interface FoundZone {
  readonly zone: PostalZone;
  /**
   * `districtUncertain`: one of the places lay in several districts and the cheaper zone was taken;
   * `regionUnknown`: no list of regions names both provinces, and the dearer zone was not taken.
   */
  readonly doubt: "districtUncertain" | "regionUnknown" | null;
}

/**
 * The zone between two places. The tariff speaks of districts, which ended on 1/7/2025: the old district of each commune
 * stands in their place. Where it could be either of two zones, the citizen pays the cheaper, and the quote says so.
 *
 * @rule TARIFF-01
 * @example zoneBetween({ province: "48", region: "central", districts: ["490"] }, the same) → { zone: "innerDistrict", doubt: null }
 */
export function zoneBetween(from: PostalPlace, to: PostalPlace): FoundZone {
  if (from.province === to.province) {
    const shared = from.districts.some((district) => to.districts.includes(district));
    const certain = from.districts.length === 1 && to.districts.length === 1;
    return {
      zone: shared ? "innerDistrict" : "betweenDistricts",
      doubt: shared && !certain ? "districtUncertain" : null,
    };
  }
  if (from.region === null || to.region === null) return { zone: "innerRegion", doubt: "regionUnknown" };
  return { zone: from.region === to.region ? "innerRegion" : "betweenRegions", doubt: null };
}
