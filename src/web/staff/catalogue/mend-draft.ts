import { TIME_LIMIT_UNITS } from "#domain/calendar/time-limit.ts";
import { CHANNELS, DECIDING_LEVELS, FEE_KINDS, PAPER_KINDS } from "#domain/catalogue/procedure.ts";
import {
  type Check,
  type Shape,
  anyText,
  flag,
  integer,
  list,
  oneOf,
  record,
} from "#domain/catalogue/read-shape.ts";
import { dropFromTab, keepInTab, keptInTab } from "../tab-store.ts";
import type { ChannelForm, FeeForm, LimitForm, MendForm, PaperForm } from "./mend-form.ts";

/** A form that is being mended, and the newest version that the editor had before them. */
export interface MendDraft {
  readonly openedOn: string;
  readonly form: MendForm;
}

/** Which page the draft belongs to: the newest version of a procedure, or an earlier one that is restored. */
export interface MendPlace {
  readonly code: string;
  readonly restoredId: string | null;
}

const keyOf = ({ code, restoredId }: MendPlace) => `mend.${code}.${restoredId ?? "newest"}`;

/** Keeps what is mended, so that a reload of the tab loses nothing of it. */
export function keepMendDraft(place: MendPlace, draft: MendDraft): void {
  keepInTab(keyOf(place), draft);
}

export function dropMendDraft(place: MendPlace): void {
  dropFromTab(keyOf(place));
}

/** The draft of a page; null when there is none, or one of a shape that another version of the program wrote. */
export function readMendDraft(place: MendPlace): MendDraft | null {
  const kept = keptInTab(keyOf(place));
  const faults: string[] = [];
  draft(kept, "draft", faults);
  return faults.length === 0 ? (kept as MendDraft) : null;
}

const anyParts: Check = record({}, { open: true });

const limit = record({
  case: anyText,
  amount: anyText,
  unit: oneOf([...TIME_LIMIT_UNITS, "none"]),
  text: anyText,
} satisfies Shape<LimitForm>);

const fee = record({
  id: anyText,
  kind: oneOf(FEE_KINDS),
  name: anyText,
  amount: anyText,
  unit: anyText,
  text: anyText,
  kept: anyParts,
} satisfies Shape<FeeForm>);

const paper = record({
  id: anyText,
  name: anyText,
  kind: oneOf(PAPER_KINDS),
  originals: integer(0),
  copies: integer(0),
  optional: flag,
  condition: anyText,
  formName: anyText,
  kept: anyParts,
} satisfies Shape<PaperForm>);

const channel = record({
  channel: oneOf(CHANNELS),
  limits: list(limit),
  fees: list(fee),
} satisfies Shape<ChannelForm>);

const form = record({
  channels: list(channel),
  papers: list(paper),
  personalPresence: flag,
  deciding: oneOf(DECIDING_LEVELS),
} satisfies Shape<MendForm>);

const draft = record({ openedOn: anyText, form } satisfies Shape<MendDraft>);
