import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { readProcedureContent } from "#domain/catalogue/read-procedure.ts";
import { readCalendar } from "#domain/calendar/read-calendar.ts";
import type { DossierCodeFormat } from "#domain/dossier/dossier-code.ts";
import { type AgencyId, asId } from "#domain/shared/id.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Db, Space } from "../db/kysely.ts";
import type { Agency, Counter, FormSetting, OneStopUnit, ProcedureVersion, Reference } from "./reference.ts";

/** Reads everything that the nation shares, in one consistent snapshot. */
export function loadReference(db: Db): Promise<Reference> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const { epoch } = await tx
        .selectFrom("nation.reference_epoch")
        .select("epoch")
        .executeTakeFirstOrThrow();
      const places = await loadPlaces(tx);
      const catalogue = await loadCatalogue(tx);
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
  return { spaces, spaceOf, agencies, units, ...(await loadCounters(db, units)) };
}

async function loadAgencies(db: Db): Promise<ReadonlyMap<string, Agency>> {
  const codes = await db.selectFrom("nation.agency_code").selectAll().execute();
  const rows = await db.selectFrom("nation.agency").selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: asId<AgencyId>(row.id),
        name: row.name,
        kind: row.kind,
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
    .innerJoin("nation.administrative_unit as place", "place.code", "unit.administrative_unit_code")
    .selectAll("unit")
    .select("place.name as place_name")
    .where("place.valid_to", "is", null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: asId(row.id),
        name: row.name,
        governingBody: row.governing_body,
        agencyId: asId(row.agency_id),
        place: row.place_name,
        calendarId: row.calendar_id,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      },
    ]),
  );
}

async function loadCounters(db: Db, units: ReadonlyMap<string, OneStopUnit>) {
  const offices = await db.selectFrom("nation.post_office").select(["id", "name"]).execute();
  const rows = await db
    .selectFrom("nation.counter as counter")
    .innerJoin("nation.reception_point as point", "point.id", "counter.reception_point_id")
    .select([
      "counter.id",
      "counter.label",
      "counter.post_office_id",
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
    });
  }
  return { counters, postOfficeNames: new Map(offices.map((office) => [office.id, office.name])) };
}

async function loadCatalogue(db: Db) {
  const fields = await db.selectFrom("nation.field").selectAll().execute();
  const rows = await db.selectFrom("nation.procedure_version").selectAll().execute();
  const versions: ProcedureVersion[] = rows.map((row) => ({
    id: asId(row.id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    content: contentOf(row.id, row.content),
  }));
  const versionsByCode = new Map<string, ProcedureVersion[]>();
  for (const version of versions) {
    const { code } = version.content;
    versionsByCode.set(code, [...(versionsByCode.get(code) ?? []), version]);
  }
  return {
    fieldNames: new Map(fields.map((field) => [field.code, field.name])),
    versionsByCode,
    versionsById: new Map(versions.map((version) => [version.id as string, version])),
  };
}

function contentOf(id: string, value: unknown): ProcedureContent {
  const content = readProcedureContent(value);
  invariant(content.ok, `the content of procedure version ${id} has the promised shape`);
  return content.value;
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
