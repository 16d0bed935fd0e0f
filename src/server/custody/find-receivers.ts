import { type ReceiverView, findReceivers } from "#contract/receivers.ts";
import { done } from "#domain/shared/result.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import type { Reference } from "../units/reference.ts";
import { mayTakeThings } from "../ledgers/successors.ts";
import { peopleAround } from "./people-around.ts";

/** More names than a list shows: who looks for one types more of it. */
const RECEIVERS_MAX = 200;

interface Where {
  readonly reference: Reference;
  readonly space: Space;
  readonly day: PlainDate;
}

/**
 * Everybody and everything of the space that things may be handed to, whose name or place has all the typed words,
 * diacritics or not. Nobody hands anything to himself.
 */
export const findReceiversRoute = bind(findReceivers, async ({ actor, query, reference, now, read }) => {
  const words = searchKey(query.q ?? "").split(" ");
  const receivers = await read(async (tx, space) => {
    const where = { reference, space, day: localTime(now).day };
    const own = new Set<string | undefined>([actor.accountId, actor.counter?.id]);
    return [...(await findPeople(tx, where)), ...(await findShelves(tx, where)), ...placesOf(where)].filter(
      ({ id }) => !own.has(id ?? ""),
    );
  });
  const fits = ({ name, responsible, place }: ReceiverView) => {
    const key = searchKey(`${name} ${responsible ?? ""} ${place ?? ""}`);
    return words.every((word) => key.includes(word));
  };
  return done({ receivers: receivers.filter(fits).slice(0, RECEIVERS_MAX) });
});

async function findPeople(tx: Tx, { reference, space, day }: Where): Promise<readonly ReceiverView[]> {
  const places = [...reference.spaceOf].flatMap(([place, { id }]) => (id === space.id ? [place] : []));
  const able = await mayTakeThings(tx, { reference, day });
  const people = (await peopleAround(tx, places, { reference, day })).filter(({ id }) => able.has(id));
  const placeName = (id: string) =>
    reference.units.get(id)?.name ?? reference.agencies.get(id)?.name ?? reference.postOfficeNames.get(id);
  return people.map(({ id, name, at }) => {
    const places = at.flatMap((place) => placeName(place) ?? []).join(", ");
    return { kind: "person", id, name, responsible: null, place: places === "" ? null : places };
  });
}

async function findShelves(tx: Tx, { reference, space }: Where): Promise<readonly ReceiverView[]> {
  const rows = await acrossSpace(tx, { reference, space }, () =>
    tx
      .selectFrom("custody_place as p")
      .innerJoin("nation.account as a", "a.id", "p.responsible_id")
      .select(["p.id", "p.name", "p.code", "a.full_name as responsible"])
      .where("p.closed_at", "is", null)
      .orderBy("p.name")
      .orderBy("p.id")
      .execute(),
  );
  return rows.map(({ id, name, code, responsible }) => ({
    kind: "place",
    id,
    name: `${name} (${code})`,
    responsible,
    place: null,
  }));
}

/** Counters, units, agencies and post offices that are there today. */
function placesOf({ reference, space, day }: Where): readonly ReceiverView[] {
  const { agencies, counters, postOfficeNames, spaceOf, units } = reference;
  const isHere = (id: string) => spaceOf.get(id)?.id === space.id;
  const view = (kind: ReceiverView["kind"], id: string, name: string) => ({
    kind,
    id,
    name,
    responsible: null,
    place: null,
  });
  return [
    ...[...postOfficeNames].filter(([id]) => isHere(id)).map(([id, name]) => view("postOffice", id, name)),
    ...[...units.values()]
      .filter((unit) => isHere(unit.id) && standsOn(unit, day))
      .map(({ id, name }) => view("unit", id, name)),
    ...[...agencies.values()]
      .filter((agency) => isHere(agency.id) && standsOn(agency, day))
      .map(({ id, name }) => view("agency", id, name)),
    ...[...counters.values()]
      .filter((counter) => isHere(counter.unit.id) && standsOn(counter, day))
      .map(({ id, label, receptionPoint }) => view("counter", id, `${label}, ${receptionPoint.name}`)),
  ];
}
