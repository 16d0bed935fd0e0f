import { readCalendar } from "#domain/calendar/read-calendar.ts";
import type { DossierCodeFormat } from "#domain/dossier/dossier-code.ts";
import { type AgencyId, asId } from "#domain/shared/id.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Period, commonPeriod } from "#domain/unit/place.ts";
import type { Db, Space } from "../db/kysely.ts";
import { loadCatalogue, type ReadContents } from "./load-catalogue.ts";
import { loadCommunes } from "./load-communes.ts";
import { loadLineage } from "./load-lineage.ts";
import { loadLocalCalendars } from "./load-local-calendars.ts";
import type { Agency, Counter, FormSetting, OneStopUnit, Reference } from "./reference.ts";

/**
 * Reads everything that the nation shares, in one consistent snapshot.
 * @param contents what an earlier load of this process has read of the catalogue
 */
export function loadReference(db: Db, contents: ReadContents = new Map()): Promise<Reference> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const { epoch } = await tx
        .selectFrom("nation.reference_epoch")
        .select("epoch")
        .executeTakeFirstOrThrow();
      const places = { ...(await loadPlaces(tx)), ...(await loadLineage(tx)) };
      const catalogue = await loadCatalogue(tx, contents);
      return { epoch, ...places, ...catalogue, ...(await loadRules(tx)) };
    });
}

async function loadPlaces(db: Db) {
  const spaceRows = await db.selectFrom("nation.space").selectAll().orderBy("id").execute();
  const spaces: Space[] = spaceRows.map((row) => ({ id: row.id, schema: row.schema_name }));
  const placeRows = await db
    .selectFrom("nation.space_place")
    .selectAll()
    .where("valid_to", "is", null)
    .execute();
  const spaceOf = new Map<string, Space>();
  for (const row of placeRows) {
    const space = spaces.find((candidate) => candidate.id === row.space_id);
    if (space) spaceOf.set(row.place_id, space);
  }
  const agencies = await loadAgencies(db);
  const units = await loadUnits(db);
  const communes = await loadCommunes(db);
  const staffed = await loadCounters(db, units, agencies);
  // A post office works in the space of the units whose counters it staffs.
  for (const [office, [counter]] of staffed.countersOfOffice) {
    const space = spaceOf.get(counter?.unit.id ?? "");
    if (space && !spaceOf.has(office)) spaceOf.set(office, space);
  }
  return { spaces, spaceOf, agencies, units, communes, ...staffed };
}

async function loadAgencies(db: Db): Promise<ReadonlyMap<string, Agency>> {
  const codes = await db.selectFrom("nation.agency_code").selectAll().execute();
  const rows = await db
    .selectFrom("nation.agency as agency")
    .selectAll("agency")
    .select((agency) =>
      agency
        .selectFrom("nation.administrative_unit as place")
        .select("place.name")
        .whereRef("place.code", "=", "agency.administrative_unit_code")
        .where((place) =>
          place.or([
            place("agency.valid_to", "is", null),
            place("place.valid_from", "<=", place.ref("agency.valid_to")),
          ]),
        )
        .orderBy("place.valid_from", "desc")
        .limit(1)
        .as("place_name"),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: asId<AgencyId>(row.id),
        name: row.name,
        kind: row.kind,
        administrativeUnitCode: row.administrative_unit_code,
        place: row.place_name ?? "",
        validFrom: row.valid_from,
        validTo: row.valid_to,
        codes: codes
          .filter((code) => code.agency_id === row.id)
          .map((code) => ({
            formatId: code.format_id,
            code: code.code,
            validFrom: code.valid_from,
            validTo: code.valid_to,
          })),
      },
    ]),
  );
}

async function loadUnits(db: Db): Promise<ReadonlyMap<string, OneStopUnit>> {
  const rows = await db
    .selectFrom("nation.one_stop_unit as unit")
    .selectAll("unit")
    .select((unit) =>
      unit
        .selectFrom("nation.administrative_unit as place")
        .select("place.name")
        .whereRef("place.code", "=", "unit.administrative_unit_code")
        .where((place) =>
          place.or([
            place("unit.valid_to", "is", null),
            place("place.valid_from", "<=", place.ref("unit.valid_to")),
          ]),
        )
        .orderBy("place.valid_from", "desc")
        .limit(1)
        .as("place_name"),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: asId(row.id),
        name: row.name,
        governingBody: row.governing_body,
        agencyId: asId(row.agency_id),
        place: row.place_name ?? "",
        calendarId: row.calendar_id,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      },
    ]),
  );
}

async function loadCounters(
  db: Db,
  units: ReadonlyMap<string, OneStopUnit>,
  agencies: ReadonlyMap<string, Agency>,
) {
  const offices = await db
    .selectFrom("nation.post_office")
    .select(["id", "name", "valid_from as validFrom", "valid_to as validTo"])
    .execute();
  const officeOf = new Map(offices.map((office) => [office.id, office]));
  const rows = await db
    .selectFrom("nation.counter as counter")
    .innerJoin("nation.reception_point as point", "point.id", "counter.reception_point_id")
    .select([
      "counter.id",
      "counter.label",
      "counter.post_office_id",
      "counter.valid_from",
      "counter.valid_to",
      "point.valid_from as point_from",
      "point.valid_to as point_to",
      "point.id as point_id",
      "point.name",
      "point.address",
    ])
    .select("point.one_stop_unit_id")
    .orderBy("point.name")
    .orderBy("counter.label")
    .execute();
  const counters = new Map<string, Counter>();
  for (const row of rows) {
    const unit = units.get(row.one_stop_unit_id);
    invariant(unit, `the unit of counter ${row.id} is there`);
    counters.set(row.id, {
      id: asId(row.id),
      label: row.label,
      receptionPoint: { id: asId(row.point_id), name: row.name, address: row.address },
      unit,
      postOfficeId: row.post_office_id === null ? null : asId(row.post_office_id),
      ...daysOf({ validFrom: row.valid_from, validTo: row.valid_to }, [
        { validFrom: row.point_from, validTo: row.point_to },
        unit,
        agencies.get(unit.agencyId),
        officeOf.get(row.post_office_id ?? ""),
      ]),
    });
  }
  const countersOfOffice = new Map<string, Counter[]>();
  for (const counter of counters.values()) {
    if (counter.postOfficeId === null) continue;
    const own = countersOfOffice.get(counter.postOfficeId) ?? [];
    countersOfOffice.set(counter.postOfficeId, [...own, counter]);
  }
  return {
    counters,
    countersOfOffice,
    postOfficeNames: new Map(offices.map((office) => [office.id, office.name])),
  };
}

/** The days that a counter shares with everything it needs; when there are none, it is never open. */
function daysOf(own: Period, needed: readonly (Period | undefined)[]): Period {
  let days: Period | undefined = own;
  for (const other of needed) if (days && other) days = commonPeriod(days, other);
  const never: PlainDate = addDays(own.validFrom, -1);
  return days ? { validFrom: days.validFrom, validTo: days.validTo } : { ...own, validTo: never };
}

async function loadRules(db: Db) {
  const days = await db.selectFrom("nation.calendar_day").selectAll().orderBy("day").execute();
  const calendars = await db.selectFrom("nation.calendar").selectAll().execute();
  const formats = await db
    .selectFrom("nation.dossier_code_format")
    .select("content")
    .orderBy("valid_from")
    .execute();
  const forms = await db.selectFrom("nation.form_setting").selectAll().execute();
  const competences = await db.selectFrom("nation.competence").selectAll().execute();
  return {
    calendars: new Map(
      calendars.map((row) => {
        const own = days.filter((day) => day.calendar_id === row.id).map((day) => day.content);
        return [row.id, readCalendar({ ...(row.content as object), days: own })];
      }),
    ),
    ...(await loadLocalCalendars(db)),
    codeFormats: formats.map((row) => row.content as DossierCodeFormat),
    formSettings: forms.map(
      (row): FormSetting => ({
        form: row.form,
        formSet: row.form_set,
        paperSize: row.paper_size === "A4" ? "A4" : "A5",
        copies: row.copies,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      }),
    ),
    competences: competences.map((row) => ({
      fieldCode: row.field_code,
      level: row.level,
      agencyId: asId<AgencyId>(row.agency_id),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  };
}
