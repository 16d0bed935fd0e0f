import type { Post } from "../mandate/may-act.ts";
import { type Holder, isSameHolder } from "./custody.ts";

/** Somebody who can have things in charge: at which counter he or she sits, which posts are held. */
export interface Keeper {
  readonly accountId: string;
  readonly counterId: string | null;
  readonly posts: readonly Pick<Post, "unitId" | "agencyId" | "postOfficeId">[];
}

/** A named place with the one person who answers for what lies there. */
export interface PlaceInCharge {
  readonly id: string;
  readonly responsibleId: string;
}

/**
 * Whether somebody answers for what is with a holder: for what he or she has in person, for the counter of the session, for
 * what lies with the unit, agency or post office of a post, for a place in his or her charge. Nobody answers for what the
 * citizen has, or for what is in a container: there whoever answers for the container does.
 *
 * @rule CUSTODY-01
 * @param places that the holder may be one of
 * @example answersFor({ accountId, counterId: null, posts: [] }, { kind: "person", id: accountId }, []) → true
 */
export function answersFor(keeper: Keeper, holder: Holder, places: readonly PlaceInCharge[]): boolean {
  const { accountId, counterId, posts } = keeper;
  switch (holder.kind) {
    case "person":
      return holder.id === accountId;
    case "counter":
      return holder.id === counterId;
    case "unit":
      return posts.some(({ unitId }) => unitId === holder.id);
    case "agency":
      return posts.some(({ agencyId }) => agencyId === holder.id);
    case "postOffice":
      return posts.some(({ postOfficeId }) => postOfficeId === holder.id);
    case "place":
      return places.some(({ id, responsibleId }) => id === holder.id && responsibleId === accountId);
    case "citizen":
    case "outsider":
    case "container":
      return false;
  }
}

/**
 * Whether what is offered to a holder may be taken by somebody in another name: whoever answers for the addressee takes it
 * for the addressee or in person, as a courier takes what is offered to the post office.
 *
 * @rule CUSTODY-01
 */
export function mayTakeAs(
  keeper: Keeper,
  offeredTo: Holder,
  takenBy: Holder,
  places: readonly PlaceInCharge[],
): boolean {
  if (!answersFor(keeper, offeredTo, places)) return false;
  return isSameHolder(offeredTo, takenBy) || answersFor(keeper, takenBy, places);
}

/**
 * Whether one named person answers for what is with a holder, and not a whole unit, agency or post office. Whoever takes
 * something out of a common place into such charge signs alone; whoever gives it away never does.
 *
 * @rule CUSTODY-01
 */
export function isOnePersons(holder: Holder): boolean {
  return holder.kind === "person" || holder.kind === "counter" || holder.kind === "place";
}
