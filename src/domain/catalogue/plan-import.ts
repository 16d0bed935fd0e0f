import { equalData } from "../shared/equal-data.ts";
import { addDays, type PlainDate } from "../shared/plain-date.ts";
import { earliestFirstDay } from "./first-day.ts";
import type { ChannelOffer, ProcedureContent } from "./procedure.ts";

/** The newest version of a procedure that was not withdrawn. */
export interface StandingVersion {
  readonly content: ProcedureContent;
  readonly validFrom: PlainDate;
  /** False when the version was read from a portal record and from nothing else. */
  readonly ours: boolean;
}

export type ImportPlan =
  | { readonly kind: "created"; readonly content: ProcedureContent; readonly validFrom: PlainDate }
  | {
      readonly kind: "newVersion";
      readonly content: ProcedureContent;
      readonly validFrom: PlainDate;
      /** The last day of the version before, unless it ended earlier. */
      readonly previousEnds: PlainDate;
      /** True where ours stays, with the limits of the record that ours lacks. */
      readonly merged: boolean;
    }
  | { readonly kind: "unchanged" };

/**
 * What to do with a record of the portal: a first version, a new one, or nothing. Nothing when the record is the one
 * that was read last. A version that somebody here made with care from the same decision of publication stays; only a
 * limit that it lacks and that the record states is taken over. Everything else becomes a new version, which begins
 * on the given day, but at least a day after the version before began.
 * @rule CATALOGUE-01
 * @example planImport({ read, standing: undefined, sameRecord: false, day }) → { kind: "created", … }
 */
export function planImport(input: {
  readonly read: ProcedureContent;
  readonly standing: StandingVersion | undefined;
  /** The record is the one that was read last for this procedure. */
  readonly sameRecord: boolean;
  readonly day: PlainDate;
}): ImportPlan {
  const { read, standing, sameRecord, day } = input;
  if (sameRecord) return { kind: "unchanged" };
  if (!standing) return { kind: "created", content: read, validFrom: day };
  const keepsOurs = standing.ours && sameDecision(standing.content, read);
  const content = keepsOurs ? withStatedLimits(standing.content, read) : read;
  if (equalData(content, standing.content)) return { kind: "unchanged" };
  const validFrom = earliestFirstDay(day, standing.validFrom);
  return {
    kind: "newVersion",
    content,
    validFrom,
    previousEnds: addDays(validFrom, -1),
    merged: keepsOurs,
  };
}

function sameDecision(ours: ProcedureContent, read: ProcedureContent): boolean {
  const plain = (number: string | undefined) => (number ?? "").replaceAll(/\s/gu, "").toLowerCase();
  return plain(ours.publishedBy) !== "" && plain(ours.publishedBy) === plain(read.publishedBy);
}

/** Ours, with the limits that ours leaves null and the record states for the whole channel. */
function withStatedLimits(ours: ProcedureContent, read: ProcedureContent): ProcedureContent {
  return { ...ours, channels: ours.channels.map((offer) => withStatedLimit(offer, read)) };
}

function withStatedLimit(ours: ChannelOffer, read: ProcedureContent): ChannelOffer {
  const stated = read.channels.find((offer) => offer.channel === ours.channel)?.limits ?? [];
  const [whole] = stated;
  const [own] = ours.limits;
  const replaces =
    stated.length === 1 && ours.limits.length === 1 && own?.case === undefined && own?.limit === null;
  return replaces && whole && whole.limit !== null ? { ...ours, limits: [whole] } : ours;
}
