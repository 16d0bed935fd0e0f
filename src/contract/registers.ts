import { BUSINESS_STATUSES, DELIVERY_STATUSES } from "#domain/dossier/dossier-state.ts";
import { SLIP_FORMS, SLIP_ROWS_MAX } from "#domain/dossier/register.ts";
import { type Static, Type } from "typebox";
import { RETURN_METHODS } from "./intake.ts";
import { defineRoute } from "./route.ts";
import { Cursor, Line, Moment, Nullable, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const Year = Type.String({ pattern: "^20[0-9]{2}$" });
const Volume = Type.String({ pattern: "^[1-9][0-9]{0,3}$" });
/** Codes of fields with commas between: a group of them is one register. */
const Fields = Type.String({ minLength: 1, maxLength: 2_000 });
const params = Strict({ unitId: Uuid, year: Year });

const Closing = Type.Object({
  closingId: Uuid,
  fields: Type.Array(Type.String()),
  entries: Count,
  by: Type.String(),
  at: Moment,
  volumes: Type.Array(Type.Object({ formId: Uuid, number: Count, volume: Count, rows: Count })),
});

const RegisterBook = Type.Object({
  fieldCode: Type.String(),
  fieldName: Type.String(),
  entries: Count,
  /** In which closed register of the year it is; null while it is open. */
  closingId: Nullable(Uuid),
});
export type RegisterBook = Static<typeof RegisterBook>;

export const RegisterYear = Type.Object({
  unitId: Uuid,
  unitName: Type.String(),
  year: Type.Integer(),
  /** The telephone that forms of the unit print; null while nobody has said it. */
  phone: Nullable(Type.String()),
  /** Dossiers of the year that another system took in: they stand in its book, and count in the figures. */
  imported: Count,
  /** The year is over, and the caller heads the unit. */
  mayClose: Type.Boolean(),
  books: Type.Array(RegisterBook),
  closings: Type.Array(Closing),
  /** Years in which the unit received something, here or in another system, the newest first. */
  years: Type.Array(Type.Integer()),
  units: Type.Array(Type.Object({ id: Uuid, name: Type.String() })),
});
export type RegisterYear = Static<typeof RegisterYear>;

const RegisterEntry = Type.Object({
  number: Count,
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  applicant: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  agencyName: Type.String(),
  sets: Count,
  receivedAt: Moment,
  dueAt: Nullable(Moment),
  returnedAt: Nullable(Moment),
  returnMethod: OneOf(RETURN_METHODS),
  status: OneOf(BUSINESS_STATUSES),
  delivery: OneOf(DELIVERY_STATUSES),
});
export type RegisterEntry = Static<typeof RegisterEntry>;

export const REGISTER_STATES = ["all", "open", "returned"] as const;

export const readRegisters = defineRoute({
  method: "GET",
  path: "/registers",
  summary:
    "The registers of dossiers of a unit in a year (sổ theo dõi hồ sơ), by field, with those that are closed",
  permission: "register.read",
  query: Strict({ unitId: Type.Optional(Uuid), year: Type.Optional(Year) }),
  response: RegisterYear,
  refusals: ["not_found"],
});

export const listRegisterEntries = defineRoute({
  method: "GET",
  path: "/registers/:unitId/:year/entries",
  summary: "Lines of a register, numbered from 1 through the year",
  permission: "register.read",
  params,
  query: Strict({
    fields: Fields,
    search: Type.Optional(Line),
    state: Type.Optional(OneOf(REGISTER_STATES)),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({ entries: Type.Array(RegisterEntry), total: Count, next: Nullable(Cursor) }),
  refusals: ["not_found"],
  readsPersons: true,
});

export const exportRegister = defineRoute({
  method: "GET",
  path: "/registers/:unitId/:year/csv",
  summary: "A whole register as a CSV file",
  permission: "register.read",
  params,
  query: Strict({ fields: Fields }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
  readsPersons: true,
});

export const printRegister = defineRoute({
  method: "GET",
  path: "/registers/:unitId/:year/print",
  summary: "A volume of a register as it stands now, on A4 (Mẫu 07, in 2018 Mẫu 06)",
  permission: "register.read",
  params,
  query: Strict({ fields: Fields, volume: Type.Optional(Volume) }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found", "register_empty"],
  readsPersons: true,
});

export const closeRegister = defineRoute({
  method: "POST",
  path: "/register-closings",
  summary: "Closes the register of a year that is over; what it says is kept, and prints the same for ever",
  permission: "register.close",
  body: Strict({
    unitId: Uuid,
    year: Type.Integer({ minimum: 2000, maximum: 2099 }),
    fields: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200 }),
  }),
  response: Type.Object({ closingId: Uuid, entries: Count, volumes: Count }),
  refusals: ["not_found", "register_year_running", "register_closed", "register_empty"],
});

export const setUnitPhone = defineRoute({
  method: "PUT",
  path: "/unit-phones/:unitId",
  summary: "Says which telephone the forms of a unit print from now on",
  permission: "register.close",
  params: Strict({ unitId: Uuid }),
  body: Strict({ phone: ShortText }),
  response: Type.Object({ phone: Type.String() }),
  refusals: ["not_found", "unit_phone_invalid"],
});

const Slip = Type.Object({
  formId: Uuid,
  form: OneOf(SLIP_FORMS),
  number: Count,
  year: Type.Integer(),
  rows: Count,
  by: Type.String(),
  at: Moment,
});
export type Slip = Static<typeof Slip>;

/** A dossier that went to the agency, or whose result came back, and that no slip names yet. */
const SlipCandidate = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  applicant: Type.String(),
  agencyName: Type.String(),
  at: Moment,
});
export type SlipCandidate = Static<typeof SlipCandidate>;

export const readSlips = defineRoute({
  method: "GET",
  path: "/transfer-slips",
  summary: "What went to the agency, or came back from it, and is on no slip yet; and the newest slips",
  permission: "register.read",
  query: Strict({ form: OneOf(SLIP_FORMS) }),
  response: Type.Object({ candidates: Type.Array(SlipCandidate), slips: Type.Array(Slip) }),
  refusals: [],
  readsPersons: true,
});

export const issueSlip = defineRoute({
  method: "POST",
  path: "/transfer-slips",
  summary: "Issues a slip with which dossiers, or results, change hands between the desk and the agency",
  permission: "dossier.forward",
  body: Strict({
    form: OneOf(SLIP_FORMS),
    dossierIds: Type.Array(Uuid, { minItems: 1, maxItems: SLIP_ROWS_MAX }),
  }),
  response: Type.Object({ formId: Uuid, number: Count }),
  refusals: ["not_found", "slip_dossier_unfit", "slip_two_agencies"],
});

export const printUnitForm = defineRoute({
  method: "GET",
  path: "/unit-forms/:formId",
  summary: "A volume of a closed register, or a slip, as it was issued",
  permission: "register.read",
  params: Strict({ formId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
  readsPersons: true,
});
