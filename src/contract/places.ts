import { CODE_MARKS, AGENCY_KINDS, PLACE_FIELDS, PLACE_KINDS, type PlaceField } from "#domain/unit/place.ts";
import { PLACE_PROBLEMS, type PlaceProblem } from "#domain/unit/check-places.ts";
import { REGISTER_FAULTS } from "#domain/unit/check-register.ts";
import { MAP_COLUMNS, MAP_PROBLEMS, type MapProblem } from "#domain/unit/read-map-row.ts";
import { ROW_OUTCOMES } from "#domain/unit/import-places.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Line, Moment, NamedLine, Nullable, OneOf, ShortText, Strict } from "./shapes.ts";

const FIELD_NAMES = [...new Set(Object.values(PLACE_FIELDS).flat())] as PlaceField[];
/** Every field that a form, a history or a file may speak of. */
const PART_NAMES = [
  ...new Set(["key", "name", "validFrom", "validTo", ...FIELD_NAMES, ...MAP_COLUMNS] as const),
] as const;

/** A fingerprint of a place as it stands: a write that saw another one is refused. */
const Seen = Type.String({ pattern: "^[0-9a-f]{32}$" });

const Values = Type.Partial(
  Type.Object(
    Object.fromEntries(FIELD_NAMES.map((field) => [field, Line])) as Record<PlaceField, typeof Line>,
    {
      additionalProperties: false,
    },
  ),
);

const Difference = Type.Object({
  field: OneOf(PART_NAMES),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
});
export type Difference = Static<typeof Difference>;

/** A place as a list shows it. */
export const PlaceListRow = Type.Object({
  kind: OneOf(PLACE_KINDS),
  key: Type.String(),
  name: Type.String(),
  validFrom: Day,
  validTo: Nullable(Day),
  values: Values,
  /** What the place refers to, in words: key of the other place → its name. */
  names: Type.Record(Type.String(), Type.String()),
  /** False for a place of another data space. */
  editable: Type.Boolean(),
});
export type PlaceListRow = Static<typeof PlaceListRow>;

export const PlaceView = Type.Object({
  place: PlaceListRow,
  seen: Seen,
  history: Type.Array(
    Type.Object({
      at: Moment,
      /** Null when a command or a rule did it. */
      by: Nullable(Type.String()),
      reason: Nullable(Type.String()),
      created: Type.Boolean(),
      differences: Type.Array(Difference),
    }),
  ),
});
export type PlaceView = Static<typeof PlaceView>;

const Scope = {
  kind: OneOf(PLACE_KINDS),
  /** Words of the name or the key, without diacritics. */
  q: Type.Optional(ShortText),
  /** The day on which one looks; today when it is not given. */
  asOf: Type.Optional(Day),
  /** Only what hangs below the place with this key. */
  parent: Type.Optional(ShortText),
  /** Also what is not there on the day. */
  all: Type.Optional(OneOf(["yes"] as const)),
};

export const listPlaces = defineRoute({
  method: "GET",
  path: "/places",
  summary: "Agencies, one-stop units, post offices, reception points or counters as of a day",
  permission: "units.edit",
  query: Strict({ ...Scope, after: Type.Optional(Cursor) }),
  response: Type.Object({
    asOf: Day,
    places: Type.Array(PlaceListRow),
    /** How many there are on all pages. */
    total: Type.Integer(),
    next: Nullable(Cursor),
  }),
  refusals: [],
});

export const exportPlaces = defineRoute({
  method: "GET",
  path: "/place-files",
  summary: "The places of a list as a CSV file, which can be imported again",
  permission: "units.edit",
  query: Strict(Scope),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: [],
});

export const readPlace = defineRoute({
  method: "GET",
  path: "/places/:key",
  summary: "A place with the history of its changes",
  permission: "units.edit",
  params: Strict({ key: ShortText }),
  response: PlaceView,
  refusals: ["not_found"],
});

const Form = {
  name: Line,
  validFrom: Day,
  /** The last day; null for a place that stays open. */
  validTo: Nullable(Day),
  values: Values,
  reason: NamedLine,
};

export const createPlace = defineRoute({
  method: "POST",
  path: "/places",
  summary: "Adds a place; without a key it gets one after the place above it",
  permission: "units.edit",
  body: Strict({ kind: OneOf(PLACE_KINDS), key: Type.Optional(ShortText), ...Form }),
  response: Type.Object({ key: Type.String() }),
  refusals: ["place_invalid", "outside_jurisdiction"],
});

export const changePlace = defineRoute({
  method: "PUT",
  path: "/places/:key",
  summary: "Corrects, closes or reopens a place",
  permission: "units.edit",
  params: Strict({ key: ShortText }),
  body: Strict({ seen: Seen, ...Form }),
  response: Type.Object({ seen: Seen }),
  refusals: ["not_found", "place_changed", "place_invalid", "place_needed", "outside_jurisdiction"],
});

/** What the forms offer where only known values count. */
export const listPlaceChoices = defineRoute({
  method: "GET",
  path: "/place-choices",
  summary: "Kinds of agencies, calendars and marks that a place may have",
  permission: "units.edit",
  response: Type.Object({
    agencyKinds: Type.Array(OneOf(AGENCY_KINDS)),
    codeMarks: Type.Array(OneOf(CODE_MARKS)),
    calendars: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  }),
  refusals: [],
});

/** The kinds of files: places, and the map of administrative units. */
export const IMPORT_KINDS = [...PLACE_KINDS, "administrativeUnits"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const PROBLEM_NAMES = [
  ...new Set([
    ...(Object.keys(PLACE_PROBLEMS) as PlaceProblem[]),
    ...(Object.keys(MAP_PROBLEMS) as MapProblem[]),
    ...REGISTER_FAULTS,
  ]),
];

/** Why a file is no table of the kind that it should be: the detail `problem` of `import_file_unusable`. */
export const FILE_PROBLEMS = [
  "notText",
  "empty",
  "broken",
  "unknownColumn",
  "columnTwice",
  "columnMissing",
  "tooManyRows",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export const ImportRow = Type.Object({
  line: Type.Integer(),
  key: Type.String(),
  name: Type.String(),
  outcome: OneOf(ROW_OUTCOMES),
  differences: Type.Array(Difference),
  faults: Type.Array(
    Type.Object({
      field: OneOf(PART_NAMES),
      problem: OneOf(PROBLEM_NAMES),
      names: Type.Array(Type.String()),
    }),
  ),
  /** Columns whose text was put right (composed accents, stray spaces). */
  tidied: Type.Array(Type.String()),
});
export type ImportRow = Static<typeof ImportRow>;

const Counts = Type.Object({
  created: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
});

export const previewPlaceImport = defineRoute({
  method: "POST",
  path: "/place-import-previews",
  summary: "What importing a CSV file would create and change, row by row; writes nothing",
  permission: "units.edit",
  query: Strict({ kind: OneOf(IMPORT_KINDS) }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: Type.Object({
    counts: Counts,
    /** Refused rows first, then what changes; unchanged rows are only counted. */
    rows: Type.Array(ImportRow),
    /** How many rows are not shown, of those that would not be only counted. */
    more: Type.Integer(),
    /** Names this file against what stands now; the import is refused when either is another. */
    plan: Seen,
  }),
  refusals: ["import_file_unusable"],
});

export const importPlaces = defineRoute({
  method: "POST",
  path: "/place-imports",
  summary: "Imports a CSV file that was previewed, all of it or nothing",
  permission: "units.edit",
  query: Strict({ kind: OneOf(IMPORT_KINDS), plan: Seen, reason: NamedLine }),
  body: Type.Unknown(),
  bodyType: "bytes",
  response: Type.Object({ counts: Counts }),
  refusals: ["import_file_unusable", "import_rows_refused", "place_changed"],
});
