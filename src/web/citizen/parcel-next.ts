import type { TrackedParcel } from "#contract/track.ts";
import { isCancellable } from "#domain/postal/shipment-standing.ts";
import type { Words } from "../text/words.ts";

type Text = Words["citizen"]["parcel"]["next"];

/** What comes next of a parcel, and by which day, as a citizen reads it. */
export function parcelNext(parcel: TrackedParcel, words: Words): string {
  const { next } = words.citizen.parcel;
  const { state, leg } = parcel;
  if (parcel.waitsForResult) return next.waits;
  if (state === "lost") return next.lost;
  if (!parcel.confirmed) return next.unconfirmed;
  if (!parcel.live) return state === "backAtAgency" && leg === "return" ? next.back : next.nothing;
  if (parcel.fromCounter && !hasLeft(state)) return next.fromCounter;
  if (isCancellable(state)) return leg === "send" ? next.handIn : next.collectedSoon;
  const { day } = words.dates;
  return leg === "send" ? toAgency(parcel, next, day) : toCitizen(parcel, next, day);
}

const hasLeft = (state: TrackedParcel["state"]) =>
  state !== "notOrdered" && state !== "ordered" && state !== "pickupAssigned";

type Day = (of: string) => string;

function toAgency({ state, dueOn, late }: TrackedParcel, next: Text, day: Day): string {
  if (state === "returning") return next.backToCitizen;
  if (state === "invited") return next.invitedAgency;
  if (late) return next.late;
  return dueOn === null ? next.toAgencySoon : next.toAgency(day(dueOn));
}

function toCitizen({ state, dueOn, late, nextOn, invited }: TrackedParcel, next: Text, day: Day): string {
  if (state === "returning") return next.backSoon;
  if (invited !== null) return next.invited(invited);
  if (state === "attemptFailed") return nextOn === null ? next.againSoon : next.again(day(nextOn));
  if (late) return next.late;
  return dueOn === null ? next.toCitizenSoon : next.toCitizen(day(dueOn));
}
