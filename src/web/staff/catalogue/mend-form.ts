import { TIME_LIMIT_MAX, TIME_LIMIT_UNITS, type TimeLimitUnit } from "#domain/calendar/time-limit.ts";
import type { Mending } from "#domain/catalogue/mend-content.ts";
import type {
  Channel,
  DecidingLevel,
  FeeKind,
  ProcedureContent,
  RequiredPaper,
} from "#domain/catalogue/procedure.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";

/** A limit while it is being typed; `none` is one that nobody published. */
export interface LimitForm {
  /** Empty for the limit of all cases. */
  readonly case: string;
  readonly amount: string;
  readonly unit: TimeLimitUnit | "none";
  readonly text: string;
}

export interface FeeForm {
  readonly id: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Empty while it is not known. */
  readonly amount: string;
  readonly unit: string;
  readonly text: string;
  /** What the form does not show and keeps. */
  readonly kept: Pick<Mending["channels"][number]["fees"][number], "reduced" | "maximum">;
}

export interface PaperForm {
  readonly id: string;
  readonly name: string;
  readonly kind: RequiredPaper["kind"];
  readonly originals: number;
  readonly copies: number;
  readonly optional: boolean;
  readonly condition: string;
  readonly formName: string;
  readonly kept: Pick<RequiredPaper, "channels" | "replacedByData"> & {
    /** Said so in the version; absent and false are the same to people and not to a comparison. */
    readonly optionalSaid: boolean;
  };
}

export interface ChannelForm {
  readonly channel: Channel;
  readonly limits: readonly LimitForm[];
  readonly fees: readonly FeeForm[];
}

/** What an editor may mend, as texts while it is typed. */
export interface MendForm {
  readonly channels: readonly ChannelForm[];
  readonly papers: readonly PaperForm[];
  readonly personalPresence: boolean;
  readonly deciding: DecidingLevel;
}

/** The form of a content. {@link mendingOf} of it mends nothing. */
export function formOf(content: ProcedureContent): MendForm {
  return {
    channels: content.channels.map(({ channel, limits, fees }) => ({
      channel,
      limits: limits.map((limit) => ({
        case: limit.case ?? "",
        amount: limit.limit === null ? "" : String(limit.limit.amount),
        unit: limit.limit?.unit ?? "none",
        text: limit.text ?? "",
      })),
      fees: fees.map(({ id, kind, name, amount, unit = "", text = "", reduced, maximum }) => ({
        id,
        kind,
        name,
        amount: amount === null ? "" : String(amount),
        unit,
        text,
        kept: { ...(reduced && { reduced }), ...(maximum !== undefined && { maximum }) },
      })),
    })),
    papers: content.papers.map(paperForm),
    personalPresence: content.personalPresence,
    deciding: content.deciding,
  };
}

function paperForm(paper: RequiredPaper): PaperForm {
  const { id, name, kind, originals, copies, optional, condition = "", formName = "" } = paper;
  const { channels, replacedByData } = paper;
  return {
    id,
    name,
    kind,
    originals,
    copies,
    optional: optional === true,
    condition,
    formName,
    kept: {
      optionalSaid: optional !== undefined,
      ...(channels && { channels }),
      ...(replacedByData && { replacedByData }),
    },
  };
}

/** What the form asks the server to publish; only for a form without {@link problemsOf}. */
export function mendingOf(form: MendForm): Mending {
  return {
    channels: form.channels.map(({ channel, limits, fees }) => ({
      channel,
      limits: limits.map((limit) => ({
        ...(limit.case !== "" && { case: limit.case }),
        limit: limit.unit === "none" ? null : { amount: amountOf(limit), unit: limit.unit },
        ...said("text", limit.text),
      })),
      fees: fees.map((fee) => ({
        id: fee.id,
        kind: fee.kind,
        name: tidyText(fee.name),
        amount: fee.amount.trim() === "" ? null : dongOf(fee.amount),
        ...said("unit", fee.unit),
        ...fee.kept,
        ...said("text", fee.text),
      })),
    })),
    papers: form.papers.map(paperOf),
    personalPresence: form.personalPresence,
    deciding: form.deciding,
  };
}

function paperOf(paper: PaperForm): RequiredPaper {
  const { optionalSaid, ...kept } = paper.kept;
  return {
    id: paper.id,
    name: tidyText(paper.name),
    kind: paper.kind,
    originals: paper.originals,
    copies: paper.copies,
    ...((paper.optional || optionalSaid) && { optional: paper.optional }),
    ...said("condition", paper.condition),
    ...kept,
    ...said("formName", paper.formName),
  };
}

/** A text that says something under its key, or nothing at all. */
function said<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  const tidy = tidyText(text);
  return (tidy === "" ? {} : { [key]: tidy }) as { readonly [K in Key]?: string };
}

/** "Same day" is one day, whatever stands in the field. */
function amountOf({ unit, amount }: LimitForm): number {
  return unit === "sameDay" ? 1 : Number(amount.trim());
}

/** An amount as people write it: "8.000" and "8 000" are 8000; NaN for what is no amount. */
function dongOf(written: string): number {
  const digits = written.trim().replace(/[.\s]/gu, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN;
}

export type MendProblem =
  | "amountMissing"
  | "limitTooLong"
  | "caseMissing"
  | "nameMissing"
  | "asksNothing"
  | "amountWrong";

/** What stops a form from being published, by the field: `limit.direct.0`, `fee.direct.0.amount`, `paper.form.name`. */
export function problemsOf(form: MendForm): ReadonlyMap<string, MendProblem> {
  return new Map([...form.channels.flatMap(channelProblems), ...form.papers.flatMap(paperProblems)]);
}

type FieldProblem = readonly [field: string, problem: MendProblem];

function channelProblems({ channel, limits, fees }: ChannelForm): FieldProblem[] {
  const ofLimits = limits.flatMap((limit, turn): FieldProblem[] => {
    const field = `limit.${channel}.${turn}`;
    const problem = limitProblem(limit);
    const nameless = isAdded(limit.case) && limit.text.trim() === "";
    return [
      ...(problem ? [[field, problem] as const] : []),
      ...(nameless ? [[`${field}.text`, "caseMissing"] as const] : []),
    ];
  });
  const ofFees = fees.flatMap(({ name, amount }, turn): FieldProblem[] => {
    const field = `fee.${channel}.${turn}`;
    const wrong = amount.trim() !== "" && Number.isNaN(dongOf(amount));
    return [
      ...(name.trim() === "" ? [[`${field}.name`, "nameMissing"] as const] : []),
      ...(wrong ? [[`${field}.amount`, "amountWrong"] as const] : []),
    ];
  });
  return [...ofLimits, ...ofFees];
}

function paperProblems({ id, name, originals, copies }: PaperForm): FieldProblem[] {
  return [
    ...(name.trim() === "" ? [[`paper.${id}.name`, "nameMissing"] as const] : []),
    ...(originals + copies === 0 ? [[`paper.${id}.count`, "asksNothing"] as const] : []),
  ];
}

function limitProblem(limit: LimitForm): MendProblem | undefined {
  if (limit.unit === "none" || limit.unit === "sameDay") return undefined;
  const amount = amountOf(limit);
  if (!Number.isInteger(amount) || amount < 1) return "amountMissing";
  return amount > TIME_LIMIT_MAX[limit.unit] ? "limitTooLong" : undefined;
}

/**
 * A limit with another unit. A figure that the portal left without one stands in the words: with a unit it becomes the
 * number, so that it need not be typed again.
 * @example withUnit({ case: "", amount: "", unit: "none", text: "3" }, "workingDay") → amount "3", text ""
 */
export function withUnit(limit: LimitForm, unit: LimitForm["unit"]): LimitForm {
  const figure = limit.amount === "" && /^\d{1,6}$/.test(limit.text) && unit !== "none";
  return { ...limit, unit, ...(figure && { amount: limit.text, text: "" }) };
}

/** @example isLimitUnit("workingDay") → true */
export function isLimitUnit(text: string): text is TimeLimitUnit {
  return TIME_LIMIT_UNITS.some((unit) => unit === text);
}

const ADDED = /^added\d+$/;
const isAdded = (key: string) => ADDED.test(key);

/** A key that none of these has, for a case, a fee or a paper that an editor adds. @example "added2" */
export function newKey(taken: readonly string[]): string {
  let turn = 1;
  while (taken.includes(`added${turn}`)) turn += 1;
  return `added${turn}`;
}

/** A paper that asks for one original, to be filled in. */
export function newPaper(papers: readonly PaperForm[], name = ""): PaperForm {
  return {
    id: newKey(papers.map(({ id }) => id)),
    name,
    kind: "submit",
    originals: 1,
    copies: 0,
    optional: false,
    condition: "",
    formName: "",
    kept: { optionalSaid: false },
  };
}
