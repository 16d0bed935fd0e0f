import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { PlaceRegister } from "#domain/unit/check-places.ts";
import type { Period, Place, PlaceKind } from "#domain/unit/place.ts";
import { sql } from "kysely";
import type { Db } from "../db/kysely.ts";
import { CODE_FORMATS } from "./place-rows.ts";

/** The register as the database holds it, with what only the server needs to know of a place. */
export interface StoredPlaces extends PlaceRegister {
  /** The last name that an administrative unit had under a code. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly calendarNames: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, Place>;
  readonly idOf: ReadonlyMap<string, string>;
  /** Data space of an agency or a one-stop unit by its key. */
  readonly spaceOf: ReadonlyMap<string, string>;
  /** The first day of the identifier that an agency has now, by key and format. */
  readonly codeSince: ReadonlyMap<string, PlainDate>;
}

interface PlaceRow extends Period {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly values: Record<string, string>;
  readonly spaceId: string | null;
}

/** Reads the whole register: some thousands of rows for a province. */
export async function loadPlaces(db: Db): Promise<StoredPlaces> {
  const { rows } = await sql<PlaceRow>`
    select 'agency' as kind, a.id, a.key, a.name, a.valid_from as "validFrom", a.valid_to as "validTo", s.space_id as "spaceId",
      jsonb_build_object('agencyKind', a.kind, 'administrativeUnit', a.administrative_unit_code) as values
    from nation.agency a left join nation.space_place s on s.place_id = a.id and s.valid_to is null
    union all
    select 'oneStopUnit', u.id, u.key, u.name, u.valid_from, u.valid_to, s.space_id,
      jsonb_build_object('agency', a.key, 'governingBody', u.governing_body,
        'administrativeUnit', u.administrative_unit_code, 'calendar', u.calendar_id)
    from nation.one_stop_unit u join nation.agency a on a.id = u.agency_id
      left join nation.space_place s on s.place_id = u.id and s.valid_to is null
    union all
    select 'postOffice', o.id, o.key, o.name, o.valid_from, o.valid_to, null, jsonb_build_object('address', o.address)
    from nation.post_office o
    union all
    select 'receptionPoint', p.id, p.key, p.name, p.valid_from, p.valid_to, null,
      jsonb_build_object('oneStopUnit', u.key, 'address', p.address)
    from nation.reception_point p join nation.one_stop_unit u on u.id = p.one_stop_unit_id
    union all
    select 'counter', c.id, c.key, c.label, c.valid_from, c.valid_to, null,
      jsonb_strip_nulls(jsonb_build_object('receptionPoint', p.key, 'postOffice', o.key))
    from nation.counter c join nation.reception_point p on p.id = c.reception_point_id
      left join nation.post_office o on o.id = c.post_office_id`.execute(db);
  const { codes, codeSince } = await loadCodes(db);
  const places = rows.map(
    ({ kind, key, name, validFrom, validTo, values }): Place => ({
      kind,
      key,
      name,
      validFrom,
      validTo,
      values: { ...values, ...codes.get(key) },
    }),
  );
  return {
    places,
    byKey: new Map(places.map((place) => [place.key, place])),
    idOf: new Map(rows.map((row) => [row.key, row.id])),
    spaceOf: new Map(rows.flatMap(({ key, spaceId }) => (spaceId === null ? [] : [[key, spaceId]]))),
    codeSince,
    ...(await loadSurroundings(db)),
  };
}

/** The identifiers that agencies have now: in each format the last one. */
async function loadCodes(db: Db) {
  const rows = await db
    .selectFrom("nation.agency_code as code")
    .innerJoin("nation.agency as agency", "agency.id", "code.agency_id")
    .select(["agency.key", "code.format_id", "code.code", "code.valid_from", "code.mark", "code.source"])
    .orderBy("code.valid_from")
    .execute();
  const codes = new Map<string, Record<string, string>>();
  const codeSince = new Map<string, PlainDate>();
  for (const row of rows) {
    const format = Object.entries(CODE_FORMATS).find(([, id]) => id === row.format_id);
    if (!format) continue;
    const [field] = format;
    codes.set(row.key, {
      ...codes.get(row.key),
      [field]: row.code,
      codeMark: row.mark,
      codeSource: row.source,
    });
    codeSince.set(`${row.key} ${field}`, row.valid_from);
  }
  return { codes, codeSince };
}

async function loadSurroundings(db: Db) {
  const units = await db
    .selectFrom("nation.administrative_unit")
    .select(["code", "name", "valid_from as validFrom", "valid_to as validTo"])
    .orderBy("valid_from")
    .execute();
  const calendars = await db.selectFrom("nation.calendar").select(["id", "name"]).orderBy("id").execute();
  const competences = await db
    .selectFrom("nation.competence as competence")
    .innerJoin("nation.agency as agency", "agency.id", "competence.agency_id")
    .leftJoin("nation.field as field", "field.code", "competence.field_code")
    .select(["agency.key as agency", "competence.valid_from as validFrom", "competence.valid_to as validTo"])
    .select((where) => where.fn.coalesce("field.name", "competence.field_code").as("name"))
    .execute();
  return {
    administrativeUnits: units,
    unitNames: new Map(units.map(({ code, name }) => [code, name])),
    calendars: calendars.map(({ id }) => id),
    calendarNames: new Map(calendars.map(({ id, name }) => [id, name])),
    competences,
  };
}
