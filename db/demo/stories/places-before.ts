import type { Json } from "#server/units/reference-table.ts";
import { LAST_DAY, type StoryPlaces } from "./story.ts";

/** The first day of everything here: the register of administrative units begins its account with it. */
const FIRST_DAY = "2018-01-01";
/** A reorganisation ends them, not the file: until it is planned nobody knows their last day. */
const BEFORE = { validFrom: FIRST_DAY, validTo: null } as const;
const MARKED = { mark: "inference", source: "Dữ liệu minh họa theo bài viết; chưa đối chiếu với quyết định" };

/** A one-stop unit as it was before 1 July 2025, with the agency that it belonged to. */
interface UnitBefore {
  /** Code of the administrative unit of then; the keys of agency, unit and point end with it. */
  readonly code: string;
  readonly kind: "provincialCommittee" | "districtCommittee" | "communeCommittee";
  /** @example "xã Bình Tấn" */
  readonly name: string;
  readonly unitName: string;
  /** Mã định danh by Thông tư 10/2016. */
  readonly agencyCode: string;
  readonly point: PointBefore;
}

/** Where the unit met people. Its first counter is the unit's own, the second the post's. */
interface PointBefore {
  readonly name: string;
  readonly address: string;
  /** Key of the post office that staffs the second counter. */
  readonly office: string;
}

/** @example keysOf("30148").unit → "unit:before:30148" */
export function keysOf(code: string) {
  return {
    agency: `agency:before:${code}`,
    unit: `unit:before:${code}`,
    point: `point:before:${code}`,
    ownCounter: `counter:before:${code}:1`,
    postCounter: `counter:before:${code}:2`,
  } as const;
}

interface OfficeBefore {
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

/** An agency without a unit of its own: a department, or a committee that only decides. */
interface AgencyBefore {
  readonly key: string;
  readonly name: string;
  readonly kind: "provincialCommittee" | "provincialDepartment";
  readonly code: string;
  /** Fields that it decides for the province. */
  readonly fields: readonly string[];
}

interface Before {
  readonly units: readonly UnitBefore[];
  readonly offices: readonly OfficeBefore[];
  readonly agencies?: readonly AgencyBefore[];
}

/** The rows of a story's places. Post offices stay: what was reorganised in 2025 is the state, not the post. */
export function placesBefore({ units, offices, agencies = [] }: Before): StoryPlaces {
  return {
    agencies: [...units.map(agencyOfUnit), ...agencies.map(agencyAlone)],
    agencyCodes: units.map(({ code, agencyCode }) => ({
      agency: keysOf(code).agency,
      format: "TT01_2018",
      code: agencyCode,
      ...MARKED,
      ...BEFORE,
    })),
    competences: agencies.flatMap(({ key, fields }) =>
      fields.map((fieldCode) => ({
        fieldCode,
        level: "province",
        agency: key,
        validFrom: FIRST_DAY,
        validTo: LAST_DAY,
      })),
    ),
    oneStopUnits: units.map(({ code, name, unitName }) => ({
      key: keysOf(code).unit,
      name: unitName,
      governingBody: `Ủy ban nhân dân ${name}`,
      agency: keysOf(code).agency,
      administrativeUnitCode: code,
      calendar: "agency",
      ...BEFORE,
    })),
    postOffices: offices.map((office) => ({ ...office, validFrom: FIRST_DAY })),
    receptionPoints: units.map(({ code, point: { name, address } }) => ({
      key: keysOf(code).point,
      name,
      address,
      oneStopUnit: keysOf(code).unit,
      ...BEFORE,
    })),
    counters: units.flatMap(countersOf),
  };
}

function agencyOfUnit({ code, kind, name }: UnitBefore): Json {
  return {
    key: keysOf(code).agency,
    name: `Ủy ban nhân dân ${name}`,
    kind,
    administrativeUnitCode: code,
    ...BEFORE,
  };
}

function agencyAlone({ key, name, kind, code }: AgencyBefore): Json {
  // Departments were drawn anew with the provinces; the committee of a province stays as it is called.
  const validTo = kind === "provincialDepartment" ? LAST_DAY : null;
  return { key, name, kind, administrativeUnitCode: code, validFrom: FIRST_DAY, validTo };
}

function countersOf({ code, point: { office } }: UnitBefore): readonly Json[] {
  const { point, ownCounter, postCounter } = keysOf(code);
  return [
    { key: ownCounter, label: "Quầy 1 – Một cửa", receptionPoint: point, postOffice: null, ...BEFORE },
    { key: postCounter, label: "Quầy 2 – Bưu điện", receptionPoint: point, postOffice: office, ...BEFORE },
  ];
}
