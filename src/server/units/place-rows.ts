import type { Place, PlaceKind } from "#domain/unit/place.ts";
import { referenceId } from "./reference-table.ts";

/** The table of each kind, in the nation's schema. */
export const TABLES = {
  agency: "agency",
  oneStopUnit: "one_stop_unit",
  postOffice: "post_office",
  receptionPoint: "reception_point",
  counter: "counter",
} as const satisfies Readonly<Record<PlaceKind, string>>;

/** The formats of dossier codes that an agency has an identifier for, by field. */
export const CODE_FORMATS = { code2018: "TT01_2018", code2025: "TT03_2025" } as const;

type Row = Readonly<Record<string, string | boolean | null>>;
/** The id of a place by its key. */
type IdOf = (key: string | undefined) => string | null;

/** Ids of places: those that stand, and for new ones the id that their key has in every installation. */
export function idsOf(standing: ReadonlyMap<string, string>): IdOf {
  return (key) => (key === undefined ? null : (standing.get(key) ?? referenceId(key)));
}

/** A place as a row of its table, marked as changed here. */
export function rowOf(place: Place, idOf: IdOf): Row {
  const { key, name, validFrom, validTo, values } = place;
  const columns: Readonly<Record<PlaceKind, () => Row>> = {
    agency: () => ({
      name,
      kind: values.agencyKind ?? "",
      administrative_unit_code: values.administrativeUnit ?? "",
    }),
    oneStopUnit: () => ({
      name,
      governing_body: values.governingBody ?? "",
      agency_id: idOf(values.agency),
      administrative_unit_code: values.administrativeUnit ?? "",
      calendar_id: values.calendar ?? "",
    }),
    postOffice: () => ({ name, address: values.address ?? "" }),
    receptionPoint: () => ({
      name,
      address: values.address ?? "",
      one_stop_unit_id: idOf(values.oneStopUnit),
    }),
    counter: () => ({
      label: name,
      reception_point_id: idOf(values.receptionPoint),
      post_office_id: idOf(values.postOffice),
    }),
  };
  return {
    id: idOf(key),
    key,
    ...columns[place.kind](),
    valid_from: validFrom,
    valid_to: validTo,
    changed_here: true,
  };
}
