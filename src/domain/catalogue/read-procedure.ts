import { parsePlainDate, type PlainDate } from "../shared/plain-date.ts";
import { done, refuse, type Result } from "../shared/result.ts";
import { TIME_LIMIT_MAX, TIME_LIMIT_UNITS, type TimeLimit } from "../calendar/time-limit.ts";
import { isFieldCode } from "./fields.ts";
import {
  CHANNELS,
  type ChannelOffer,
  DECIDING_LEVELS,
  FEE_KINDS,
  MARKS,
  PAPER_KINDS,
  PROCEDURE_LEVELS,
  type ProcedureContent,
  type PublishedFee,
  type PublishedLimit,
  type RequiredPaper,
} from "./procedure.ts";
import {
  type Check,
  flag,
  integer,
  list,
  matching,
  nullable,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from "./read-shape.ts";

/** One entry of a file under `db/reference/procedures`. */
export interface ReferenceProcedure {
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** From this day the law behind the version is another one: a new version must have been published by then. */
  readonly reviewBy?: PlainDate;
  readonly reviewReason?: string;
  readonly content: ProcedureContent;
}

const IDENTIFIER = matching(/^[a-z][A-Za-z0-9]*$/);
const mark = oneOf(MARKS);

const DERIVED_FIELD = /^field[\da-f]{10}$/;

const fieldCode: Check = (value, path, faults) => {
  const known = typeof value === "string" && (isFieldCode(value) || DERIVED_FIELD.test(value));
  if (!known) faults.push(`${path}: not a known field`);
};

const day: Check = (value, path, faults) => {
  if (typeof value !== "string" || !parsePlainDate(value)) faults.push(`${path}: not a day`);
};

const limit = record({
  case: optional(IDENTIFIER),
  limit: nullable(record({ amount: integer(1), unit: oneOf(TIME_LIMIT_UNITS) } satisfies Shape<TimeLimit>)),
  text: optional(text),
  mark,
  source: text,
} satisfies Shape<PublishedLimit>);

const fee = record({
  id: IDENTIFIER,
  kind: oneOf(FEE_KINDS),
  name: text,
  amount: nullable(integer(0)),
  unit: optional(text),
  reduced: optional(
    record({ fromUnit: integer(2), amount: integer(0) } satisfies Shape<
      NonNullable<PublishedFee["reduced"]>
    >),
  ),
  maximum: optional(integer(1)),
  text: optional(text),
  mark,
  source: text,
} satisfies Shape<PublishedFee>);

const paper = record({
  id: IDENTIFIER,
  name: text,
  kind: oneOf(PAPER_KINDS),
  originals: integer(0),
  copies: integer(0),
  optional: optional(flag),
  condition: optional(text),
  channels: optional(list(oneOf(CHANNELS), 1)),
  formName: optional(text),
  replacedByData: optional(
    record({ database: text, owner: text, source: text } satisfies Shape<
      NonNullable<RequiredPaper["replacedByData"]>
    >),
  ),
} satisfies Shape<RequiredPaper>);

const content = record({
  code: matching(/^\d\.\d{6}$/),
  name: text,
  fieldCode,
  levels: list(oneOf(PROCEDURE_LEVELS), 1),
  publishedBy: optional(text),
  channels: list(
    record({ channel: oneOf(CHANNELS), limits: list(limit), fees: list(fee) } satisfies Shape<ChannelOffer>),
  ),
  papers: list(paper),
  paperNotes: optional(list(text)),
  results: list(
    record({ code: optional(text), name: text } satisfies Shape<ProcedureContent["results"][number]>),
  ),
  legalBases: list(text),
  requirements: optional(text),
  postalEligible: flag,
  personalPresence: flag,
  deciding: oneOf(DECIDING_LEVELS),
  caseNote: optional(text),
  mark,
  source: text,
} satisfies Shape<ProcedureContent>);

const entry = record({
  validFrom: day,
  validTo: optional(day),
  reviewBy: optional(day),
  reviewReason: optional(text),
  content,
} satisfies Shape<ReferenceProcedure>);

/**
 * The content of a procedure version out of JSON of unknown shape, as it is used when reference data is loaded.
 * Refuses `invalid_procedure` with every fault and its path: "content.papers[2].copies: not a whole number …".
 */
export function readProcedureContent(value: unknown): Result<ProcedureContent, "invalid_procedure"> {
  const faults = faultsOf(content, value, "content");
  if (faults.length > 0) return refuse("invalid_procedure", { faults });
  const read = value as ProcedureContent;
  const clashes = contradictions(read);
  return clashes.length > 0 ? refuse("invalid_procedure", { faults: clashes }) : done(read);
}

/** One entry of a reference file, with its days of validity; the same faults, with paths from the entry. */
export function readReferenceProcedure(value: unknown): Result<ReferenceProcedure, "invalid_procedure"> {
  const faults = faultsOf(entry, value, "entry");
  if (faults.length > 0) return refuse("invalid_procedure", { faults });
  const read = value as ReferenceProcedure;
  const clashes = contradictions(read.content);
  if (read.validTo !== undefined && read.validTo < read.validFrom)
    clashes.push("entry.validTo: before validFrom");
  return clashes.length > 0 ? refuse("invalid_procedure", { faults: clashes }) : done(read);
}

function faultsOf(check: Check, value: unknown, path: string): string[] {
  const faults: string[] = [];
  check(value, path, faults);
  return faults;
}

/** What the shape alone cannot see. */
function contradictions(read: ProcedureContent): string[] {
  const faults = [
    ...repeated(read.papers.map((one) => one.id)).map((id) => `content.papers: ${id} twice`),
    ...repeated(read.channels.map((one) => one.channel)).map((id) => `content.channels: ${id} twice`),
  ];
  for (const offer of read.channels) {
    const path = `content.channels.${offer.channel}`;
    faults.push(...repeated(offer.fees.map((one) => one.id)).map((id) => `${path}.fees: ${id} twice`));
    faults.push(
      ...repeated(offer.limits.map((one) => one.case ?? "")).map(
        (id) => `${path}.limits: case "${id}" twice`,
      ),
    );
    for (const { limit } of offer.limits) {
      if (limit && limit.amount > TIME_LIMIT_MAX[limit.unit])
        faults.push(`${path}.limits: ${limit.amount} is too long`);
    }
  }
  if (read.postalEligible !== read.channels.some((offer) => offer.channel === "postal")) {
    faults.push("content.postalEligible: says another thing than the channels");
  }
  for (const one of read.papers) {
    const asked = one.originals + one.copies > 0;
    if (!asked) faults.push(`content.papers: ${one.id} asks for nothing`);
  }
  return faults;
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
