import { MARKS, type Mark } from "../calendar/work-calendar.ts";
import {
  type Check,
  type Shape,
  list,
  matching,
  oneOf,
  optional,
  record,
  text,
} from "../catalogue/read-shape.ts";
import {
  ATTEMPT_REASONS,
  type AttemptReason,
  SHIPMENT_EVENT_TYPES,
  type ShipmentEventType,
} from "./shipment-event.ts";

/** What a status code of a carrier means here. */
export interface CarrierStatus {
  readonly code: string;
  readonly type: Exclude<ShipmentEventType, "unknown">;
  /** Of a failed attempt, when the code itself says why; without it the reason is "other". */
  readonly reason?: AttemptReason;
  readonly mark: Mark;
  readonly source: string;
}

/** How one carrier speaks the protocol of NGSP: what the public sources leave open is data, for the operator to fill in. */
export interface CarrierDialect {
  readonly id: string;
  /** Below the carrier's address. */
  readonly paths: {
    readonly token: string;
    readonly order: string;
    readonly cancel: string;
    readonly tracking: string;
  };
  readonly pathsMark: Mark;
  /** Statuses of an answer that mean "done" and "I had that order already". */
  readonly accepted: readonly string[];
  readonly already: readonly string[];
  readonly answersMark: Mark;
  readonly source: string;
  readonly statuses: readonly CarrierStatus[];
}

const MARK = oneOf(MARKS);
const CODE = matching(/^-?\w{1,20}$/);
const PATH = matching(/^\/[\w./-]*$/);
const KNOWN_TYPES = SHIPMENT_EVENT_TYPES.filter((type) => type !== "unknown");

const STATUS: Shape<CarrierStatus> = {
  code: CODE,
  type: oneOf(KNOWN_TYPES),
  reason: optional(oneOf(ATTEMPT_REASONS)),
  mark: MARK,
  source: text,
};
const PATHS: Shape<CarrierDialect["paths"]> = { token: PATH, order: PATH, cancel: PATH, tracking: PATH };
const DIALECT: Shape<CarrierDialect> = {
  id: matching(/^[a-z][a-z0-9]{0,30}$/),
  paths: record(PATHS),
  pathsMark: MARK,
  accepted: list(CODE, 1),
  already: list(CODE),
  answersMark: MARK,
  source: text,
  statuses: list(record(STATUS)),
};
const FILE: Readonly<Record<"carriers", Check>> = { carriers: list(record(DIALECT), 1) };

/**
 * The dialects that a file of reference data, or an operator's own file, states.
 *
 * @throws RangeError that names every place where the file is not of the promised shape, or says one code twice
 * @example readCarrierStatuses(JSON.parse(text)) → what db/reference/postal/carrier-statuses.json says
 */
export function readCarrierStatuses(value: unknown): readonly CarrierDialect[] {
  const faults: string[] = [];
  record(FILE)(value, "file", faults);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  // The shape was looked at just now, key by key.
  const { carriers } = value as { readonly carriers: readonly CarrierDialect[] };
  for (const { id, statuses } of carriers) {
    const codes = statuses.map(({ code }) => code);
    const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
    faults.push(...twice.map((code) => `${id}: ${code} means two things`));
  }
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return carriers;
}
