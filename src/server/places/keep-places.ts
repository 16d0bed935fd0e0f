import { changePlace, createPlace } from "#contract/places.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type PlaceFault, checkPlaces, takenCodes } from "#domain/unit/check-places.ts";
import { proposeKey } from "#domain/unit/place-key.ts";
import { type Place, placeDifferences, tidyPlace } from "#domain/unit/place.ts";
import type { Space } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { administratorBasis } from "../ledgers/administrator-basis.ts";
import { mayEdit } from "./jurisdiction.ts";
import { seenOf } from "./place-view.ts";
import { type ReferenceAct, savePlaces, takeReferenceTurn } from "../units/save-places.ts";
import { loadPlaces } from "../units/stored-places.ts";

export const createPlaceRoute = bind(createPlace, async (context) => {
  const { body } = context;
  return context.write(async (tx, space) => {
    await takeReferenceTurn(tx);
    const stored = await loadPlaces(tx);
    const form = { ...placeOf(body), kind: body.kind };
    const taken = (key: string) => stored.byKey.has(key);
    const key = body.key?.trim() || proposeKey(form, taken);
    const { place } = tidyPlace({ ...form, key });
    const faults: readonly PlaceFault[] = taken(key)
      ? [{ key, field: "key", problem: "keyTaken", names: [key] }]
      : checkPlaces({ ...stored, places: [...stored.places, place] }, [place]);
    const refusal = refusalOf(faults);
    if (!refusal.ok) return refuse("place_invalid", refusal.details);
    if (!mayEdit(stored, space.id)(place)) return refuse("outside_jurisdiction");
    await savePlaces(tx, stored, [{ before: null, after: place }], actOf(context, space, body.reason));
    return done({ key });
  });
});

export const changePlaceRoute = bind(changePlace, async (context) => {
  const { body, params } = context;
  return context.write(async (tx, space) => {
    await takeReferenceTurn(tx);
    const stored = await loadPlaces(tx);
    const before = stored.byKey.get(params.key);
    if (!before) return refuse("not_found");
    const { place: after } = tidyPlace({ ...placeOf(body), kind: before.kind, key: before.key });
    const editable = mayEdit(stored, space.id);
    if (!editable(before) || !editable(after)) return refuse("outside_jurisdiction");
    if (seenOf(before) !== body.seen) return refuse("place_changed");
    const places = stored.places.map((place) => (place === before ? after : place));
    const refusal = refusalOf([...checkPlaces({ ...stored, places }, [after]), ...takenCodes(before, after)]);
    if (!refusal.ok) return refusal;
    if (placeDifferences(before, after).length > 0)
      await savePlaces(tx, stored, [{ before, after }], actOf(context, space, body.reason));
    return done({ seen: seenOf(after) });
  });
});

interface Form {
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly values: Place["values"];
}

/** The contract has vouched for the days. */
function placeOf({ name, validFrom, validTo, values }: Form) {
  return { name, validFrom: validFrom as PlainDate, validTo: validTo as PlainDate | null, values };
}

/** What the screen needs to mark the fields: `field:problem` each, and what stands in the way by its name. */
function refusalOf(faults: readonly PlaceFault[]): Result<null, "place_invalid" | "place_needed"> {
  const [first] = faults;
  if (!first) return done(null);
  const needed = faults.every(({ problem }) => problem === "openDependants");
  return refuse(needed ? "place_needed" : "place_invalid", {
    problems: faults.map(({ field, problem }) => `${field}:${problem}`),
    names: [...new Set(faults.flatMap(({ names }) => names))],
  });
}

type AnyContext = Pick<Context<typeof createPlace>, "actor" | "reference" | "now" | "deps">;

/** Who changes what stands in this space, by the post that gives the right to. */
export function actOf(
  { actor, reference, now, deps }: AnyContext,
  space: Space,
  reason: string,
): ReferenceAct {
  return {
    basis: administratorBasis(actor, reference, space.id),
    actorId: actor.accountId,
    reason: reason.trim(),
    now,
    newId: deps.newId,
    spaceId: space.id,
  };
}
