import type { Holder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import type { Custodian } from "../ledgers/custodian.ts";

/** Everybody and everything that this person answers for, the person first; see `answersFor`. */
export function ownHolders({ keeper, places }: Custodian): readonly Holder[] {
  const of = <Kind extends "unit" | "agency" | "postOffice">(kind: Kind, ids: readonly (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => (id === null ? [] : [{ kind, id: asId(id) } as Holder]));
  return [
    { kind: "person", id: asId(keeper.accountId) },
    ...(keeper.counterId === null ? [] : [{ kind: "counter" as const, id: asId<never>(keeper.counterId) }]),
    ...places.map(({ id }): Holder => ({ kind: "place", id })),
    ...of(
      "unit",
      keeper.posts.map(({ unitId }) => unitId),
    ),
    ...of(
      "agency",
      keeper.posts.map(({ agencyId }) => agencyId),
    ),
    ...of(
      "postOffice",
      keeper.posts.map(({ postOfficeId }) => postOfficeId),
    ),
  ];
}
