import type { Instant } from "../shared/instant.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import type { ReceivedAs } from "./dossier-payloads.ts";

/** Who stands on one side of a bảng kê: the post with its carriers, or the state; null: neither, such as the citizen. */
export type Side = "post" | "state" | null;

export interface ReceptionFacts {
  readonly giver: Side;
  readonly taker: Side;
  /** How the dossiers were taken in whose papers change hands; null where nobody knows what lies in the packets. */
  readonly dossiers: readonly ReceivedAs[] | null;
  /** The giver's post office receives at the taker's unit by a mandate. */
  readonly mandated: boolean;
}

/**
 * As what the post gave papers over, when the state takes them: as the carrier of the citizen, so that the signing is the
 * submission, or as who received at the desk before, by Mẫu 01. Nothing where no papers go from the post to the state; two
 * where both may be, so that the taker says which.
 *
 * @rule SUBMISSION-01
 * @example receptionsOf({ giver: "post", taker: "state", dossiers: ["postalForwarder"], mandated: true }) → ["postalForwarder"]
 */
export function receptionsOf({ giver, taker, dossiers, mandated }: ReceptionFacts): readonly ReceivedAs[] {
  if (giver !== "post" || taker !== "state") return [];
  if (dossiers !== null) return [...new Set(dossiers)].toSorted((one, other) => (one > other ? -1 : 1));
  return mandated ? ["postalForwarder", "agentOfAgency"] : ["postalForwarder"];
}

/** What says from when the limit of a dossier runs. */
export interface SubmissionFacts {
  readonly receivedAs: ReceivedAs;
  readonly receivedAt: Instant;
  /** An earlier biên bản was its submission. */
  readonly submitted: boolean;
  /** The limit counts from a supplement or anew: what was asked for is the submission then. */
  readonly countsAnew: boolean;
}

/**
 * From when the limit runs because a biên bản was signed: of a dossier that the post forwards the first signing with the
 * agency; null where nothing changes, since Mẫu 01, an earlier signing or a supplement counts.
 * Quyết định 45/2016/QĐ-TTg Điều 7 khoản 4.
 *
 * @rule SUBMISSION-01
 * @example submissionBy("postalForwarder", { receivedAs: "agentOfAgency", … }, signedAt) → null
 */
export function submissionBy(
  reception: ReceivedAs | null,
  { receivedAs, receivedAt, submitted, countsAnew }: SubmissionFacts,
  signedAt: Instant,
): Instant | null {
  if (reception !== "postalForwarder" || receivedAs !== "postalForwarder") return null;
  if (submitted || countsAnew) return null;
  return signedAt > receivedAt ? signedAt : null;
}

/**
 * From when the limit of a dossier runs that is taken in now: of one whose biên bản was signed before anybody opened the
 * packet, from that signing; of every other from the receipt.
 *
 * @param signedAt of the biên bản that the counter names; left out, none
 * @rule SUBMISSION-01
 * @example limitRunsFrom("postalForwarder", "2026-11-16T02:00:00.000Z", "2026-11-17T02:00:00.000Z") → the 16th
 */
export function limitRunsFrom(
  receivedAs: ReceivedAs,
  signedAt: Instant | undefined,
  receivedAt: Instant,
): Result<Instant, "hand_over_record_of_post"> {
  if (signedAt === undefined) return done(receivedAt);
  if (receivedAs !== "postalForwarder") return refuse("hand_over_record_of_post");
  return done(signedAt < receivedAt ? signedAt : receivedAt);
}
