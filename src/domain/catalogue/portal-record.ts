import { done, refuse, type Result } from "../shared/result.ts";
import { anyText, type Check, list, matching, nullable, optional, record, type Shape } from "./read-shape.ts";

/**
 * A procedure as the national portal publishes it, in the words of its people: nothing here is clean. Whatever else
 * a record has is left alone.
 */
export interface PortalRecord {
  /** Code of the national database, `1.001193`. */
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** "Cấp bộ", "Cấp tỉnh", "Cấp xã", "Cơ quan khác". */
  readonly levels: readonly string[];
  readonly publishedBy?: string | null;
  readonly agency?: string | null;
  readonly channels?: readonly PortalChannel[] | null;
  readonly papers?: readonly PortalPaper[] | null;
  readonly results?: readonly PortalResult[] | null;
  readonly legalBases?: string | null;
  readonly requirements?: string | null;
  readonly steps?: string | null;
}

/** One way of handing in, or one case of it: the same channel may stand in several entries. */
export interface PortalChannel {
  readonly channel: string;
  readonly limit?: { readonly amount: number; readonly unit?: string | null } | null;
  readonly feeAndNotes?: string | null;
}

export interface PortalPaper {
  /** "submit", "present" or "note". */
  readonly kind: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

export interface PortalResult {
  readonly code?: string | null;
  readonly name: string;
}

const anyNumber: Check = (value, path, faults) => {
  if (typeof value !== "number" || !Number.isFinite(value)) faults.push(`${path}: not a number`);
};

const open = { open: true };
const maybe = (check: Check) => optional(nullable(check));

const limit = record(
  { amount: anyNumber, unit: maybe(anyText) } satisfies Shape<NonNullable<PortalChannel["limit"]>>,
  open,
);

const channel = record(
  { channel: anyText, limit: maybe(limit), feeAndNotes: maybe(anyText) } satisfies Shape<PortalChannel>,
  open,
);

const paper = record(
  { kind: anyText, name: anyText, originals: anyNumber, copies: anyNumber } satisfies Shape<PortalPaper>,
  open,
);

const result = record({ code: maybe(anyText), name: anyText } satisfies Shape<PortalResult>, open);

const portalRecord = record(
  {
    code: matching(/^\d\.\d{6}$/),
    name: matching(/\p{L}/u),
    field: matching(/\p{L}/u),
    levels: list(anyText, 1),
    publishedBy: maybe(anyText),
    agency: maybe(anyText),
    channels: maybe(list(channel)),
    papers: maybe(list(paper)),
    results: maybe(list(result)),
    legalBases: maybe(anyText),
    requirements: maybe(anyText),
    steps: maybe(anyText),
  } satisfies Shape<PortalRecord>,
  open,
);

/**
 * A record out of JSON of unknown shape. Refuses `invalid_record` with every fault and its path, such as
 * "record.papers[2].copies: not a number"; only the shape is judged here, not the sense.
 */
export function readPortalRecord(value: unknown): Result<PortalRecord, "invalid_record"> {
  const faults: string[] = [];
  portalRecord(value, "record", faults);
  return faults.length > 0 ? refuse("invalid_record", { faults }) : done(value as PortalRecord);
}
