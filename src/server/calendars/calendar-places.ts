import type { CalendarPlaceKind } from "#domain/calendar/local-entry.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Db } from "../db/kysely.ts";
import type { CalendarPlace } from "../units/calendars.ts";
import type { Reference } from "../units/reference.ts";

/** A place that has a calendar, by its name. */
export interface NamedPlace extends CalendarPlace {
  readonly name: string;
  /** The data space that it belongs to; null for a post office that staffs no counter. */
  readonly spaceId: string | null;
}

/** Every place that has a calendar on a day: spaces, agencies, units, post offices, each kind by name. */
export async function calendarPlaces(
  db: Db,
  reference: Reference,
  today: PlainDate,
): Promise<readonly NamedPlace[]> {
  const { agencies, units, postOfficeNames, countersOfOffice, spaceOf } = reference;
  const spaces = await db.selectFrom("nation.space").select(["id", "title"]).orderBy("title").execute();
  const named = (kind: CalendarPlaceKind, id: string, name: string): NamedPlace => ({
    kind,
    id,
    name,
    spaceId: spaceOf.get(id)?.id ?? null,
  });
  const officeSpace = (id: string) => {
    const counter = countersOfOffice.get(id)?.[0];
    return counter ? (spaceOf.get(counter.unit.id)?.id ?? null) : null;
  };
  return [
    ...spaces.map(({ id, title }) => ({ kind: "space", id, name: title, spaceId: id }) as const),
    ...byName(
      [...agencies.values()]
        .filter((one) => standsOn(one, today))
        .map((one) => named("agency", one.id, one.name)),
    ),
    ...byName(
      [...units.values()].filter((one) => standsOn(one, today)).map((one) => named("unit", one.id, one.name)),
    ),
    ...byName(
      [...postOfficeNames].map(([id, name]) => ({
        ...named("postOffice", id, name),
        spaceId: officeSpace(id),
      })),
    ),
  ];
}

function byName(places: readonly NamedPlace[]): readonly NamedPlace[] {
  const { compare } = new Intl.Collator("vi");
  return places.toSorted((one, other) => compare(one.name, other.name));
}
