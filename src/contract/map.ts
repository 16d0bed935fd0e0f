import { MARKS } from "#domain/calendar/work-calendar.ts";
import { UNIT_KINDS } from "#domain/unit/administrative-unit.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Nullable, OneOf, ShortText, Strict } from "./shapes.ts";

/** Five figures for a commune, three for a district of before, two for a province. */
const UnitCode = Type.String({ pattern: "^\\d{2,5}$" });

export const AdministrativeUnitView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: OneOf(UNIT_KINDS),
  parentCode: Nullable(Type.String()),
  validFrom: Day,
  validTo: Nullable(Day),
});
export type AdministrativeUnitView = Static<typeof AdministrativeUnitView>;

/** A line of a list: names repeat (there are dozens of Tân Bình), what they lay in tells them apart. */
export const ListedUnit = Type.Object({
  ...AdministrativeUnitView.properties,
  /** Names of what it lay in on that day, the nearest first. */
  above: Type.Array(Type.String()),
});
export type ListedUnit = Static<typeof ListedUnit>;

export const listAdministrativeUnits = defineRoute({
  method: "GET",
  path: "/administrative-units",
  summary: "Provinces of a day, the units below a unit, or units by words of the name without diacritics",
  permission: "public",
  query: Strict({
    asOf: Type.Optional(Day),
    parent: Type.Optional(UnitCode),
    q: Type.Optional(ShortText),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({
    /** The day that was asked for, today where none was. */
    asOf: Day,
    units: Type.Array(ListedUnit),
    next: Nullable(Cursor),
  }),
  refusals: [],
});

/** A unit at the other end of successions; `whole` is false when only a part went this way. */
const RelatedUnit = Type.Object({ ...AdministrativeUnitView.properties, whole: Type.Boolean() });

export const readAdministrativeUnit = defineRoute({
  method: "GET",
  path: "/administrative-units/:code",
  summary:
    "The unit that had a code on a day, what it lay in then, what it came from and what has become of it",
  permission: "public",
  params: Strict({ code: UnitCode }),
  query: Strict({ asOf: Type.Optional(Day) }),
  response: Type.Object({
    asOf: Day,
    unit: AdministrativeUnitView,
    /** How sure the row is, and where it is from. */
    mark: OneOf(MARKS),
    source: Type.String(),
    /** The units it lay in on that day, the nearest first. */
    parents: Type.Array(AdministrativeUnitView),
    /** Every unit that went up into it, directly or through others. */
    predecessors: Type.Array(RelatedUnit),
    /** What it is today: itself while it stands, none when it ended without a successor. */
    successors: Type.Array(RelatedUnit),
  }),
  refusals: ["not_found"],
});

export const AddressOffer = Type.Object({
  communeCode: Type.String(),
  communeName: Type.String(),
  provinceCode: Type.String(),
  provinceName: Type.String(),
  /** What stood before the commune: house, street, hamlet; empty when nothing did. */
  line: Type.String(),
  /** The whole address as it is written today. */
  address: Type.String(),
  /** The old place that was understood, with the day until which it stood; null when it is one of today. */
  was: Nullable(Type.String()),
  /** True when this is the only reading and everything that was written fits it. */
  certain: Type.Boolean(),
});
export type AddressOffer = Static<typeof AddressOffer>;

export const findAddresses = defineRoute({
  method: "GET",
  path: "/addresses",
  summary: "The communes of today that an address of before or of today means, with or without diacritics",
  permission: "public",
  query: Strict({ q: ShortText }),
  response: Type.Object({ offers: Type.Array(AddressOffer) }),
  refusals: [],
});
