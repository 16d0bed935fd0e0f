import { type DueDate, dueDate } from "../calendar/due-date.ts";
import type { DueDateSettings } from "../calendar/due-date-settings.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { chooseLimit } from "../catalogue/choose-limit.ts";
import { type FeesDue, feesDue } from "../catalogue/fees-due.ts";
import type { Channel, ProcedureContent, RequiredPaper } from "../catalogue/procedure.ts";
import { checkPapers } from "../catalogue/required-papers.ts";
import type { TimeLimit } from "../calendar/time-limit.ts";
import type { AuthorisationInput } from "../person/authorisation.ts";
import { partyRefusal } from "../person/findings.ts";
import { type Parties, type PartiesInput, readParties } from "../person/parties.ts";
import { cleanText } from "../person/written-text.ts";
import { type Instant, localTime } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { tidyText } from "../shared/vietnamese-text.ts";
import type { ReceivedAs } from "./dossier-payloads.ts";

/** What the clerk typed, as far as a rule looks at it. */
export interface IntakeForm extends WrittenForm {
  readonly case?: string | undefined;
}

/** The part of it that is written down: people and papers. */
export interface WrittenForm extends PartiesInput {
  readonly channel: Channel;
  readonly authorisation?: AuthorisationInput | null | undefined;
  readonly papers: readonly HandedPaper[];
  readonly furtherPapers: readonly {
    readonly name: string;
    readonly originals: number;
    readonly copies: number;
    /** In a correction: the paper of the dossier that the line is about. */
    readonly itemId?: string | undefined;
  }[];
  readonly missingPapersReason?: string | undefined;
}

export interface HandedPaper {
  readonly paperId: string;
  readonly originals: number;
  readonly copies: number;
  /** Looked at and handed back at once: noted, never held. */
  readonly shown: boolean;
  readonly note?: string | undefined;
}

/** What the rule needs to know of the world. */
export interface IntakeFacts {
  readonly content: ProcedureContent;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
  readonly now: Instant;
  /** From when the limit runs, where that is not the receipt: see SUBMISSION-01. */
  readonly countsFrom?: Instant | undefined;
}

/** A paper as it enters the dossier; one that stays is held by somebody from now on. */
export interface IntakeItem {
  readonly paperId: string | null;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly shown: boolean;
  readonly note: string | null;
  readonly itemId?: string | undefined;
}

/** What a form says, read by the rules: the same for a new dossier and for one that is put right. */
export interface Written {
  readonly parties: Parties;
  readonly items: readonly IntakeItem[];
}

export interface Intake extends Written {
  readonly receivedAs: ReceivedAs;
  readonly limit: TimeLimit;
  readonly due: DueDate;
  /** In đồng; null when an amount is not known (a provincial council sets it). */
  readonly feeDue: number | null;
}

export type WrittenRefusal =
  | "unknown_paper"
  | "paper_listed_twice"
  | "papers_missing"
  | "party_invalid"
  | "authorisation_missing";
export type IntakeRefusal =
  | "channel_not_offered"
  | "unknown_case"
  | "limit_not_published"
  | "calendar_not_published"
  | WrittenRefusal;

/**
 * Whether a dossier can be taken in as the form has it, and what it then is: its parties, its due date
 * with the explanation, its papers, what is owed. Problems of people are named by field and code, never
 * by what was typed. Missing papers are refused unless the clerk says why the dossier is taken all the same.
 *
 * @rule INTAKE-01 (NĐ 118/2025 Điều 17: the receiving officer checks correctness and completeness)
 */
export function decideIntake(form: IntakeForm, facts: IntakeFacts): Result<Intake, IntakeRefusal> {
  const due = intakeDueDate(form, facts);
  if (!due.ok) return due;
  const written = readWritten(form, facts.content, localTime(facts.now).day);
  if (!written.ok) return written;
  const fees = feesDue(facts.content, form.channel);
  if (!fees.ok) return fees;
  return done({
    ...written.value,
    receivedAs: receivedAs(form.channel),
    ...due.value,
    feeDue: feeDue(fees.value),
  });
}

/** People and papers of a form, judged on a day at the counter; refused as {@link decideIntake} says. */
export function readWritten(
  form: WrittenForm,
  content: ProcedureContent,
  day: PlainDate,
): Result<Written, WrittenRefusal> {
  const parties = readParties(form, day);
  if (!parties.ok) return partyRefusal(parties.problems);
  const checked = checkPapers(content, form.channel, form.papers);
  if (!checked.ok) return checked;
  const twice = listedTwice(form);
  if (twice.length > 0) {
    // What a clerk typed may name somebody: of further papers no name.
    const papers = content.papers.filter(({ id }) => twice.includes(id)).map(({ name }) => name);
    return refuse("paper_listed_twice", { papers });
  }
  if (checked.value.missing.length > 0 && !form.missingPapersReason?.trim()) {
    return refuse("papers_missing", { papers: checked.value.missing.map((paper) => paper.name) });
  }
  return done({ parties: parties.value, items: intakeItems(form, content.papers) });
}

/** Ids of papers that a form has on two lines: which of them says how many there are, nobody could tell. */
function listedTwice({ papers, furtherPapers }: WrittenForm): readonly string[] {
  const ids = [
    ...papers.filter(isHanded).map(({ paperId }) => paperId),
    ...furtherPapers.filter(isHanded).flatMap(({ itemId }) => itemId ?? []),
  ];
  return ids.filter((id, at) => ids.indexOf(id) < at);
}

/** A line of the checklist with nothing in it is no paper. */
function isHanded(paper: Pick<HandedPaper, "originals" | "copies"> & { readonly shown?: boolean }): boolean {
  return paper.shown === true || paper.originals + paper.copies > 0;
}

/**
 * The limit and due date that an intake now would get; asked by the screen before anything is typed.
 * @example intakeDueDate({ channel: "direct" }, facts) → { limit, due }
 */
export function intakeDueDate(
  form: { readonly channel: Channel; readonly case?: string | undefined },
  facts: IntakeFacts,
): Result<{ readonly limit: TimeLimit; readonly due: DueDate }, DueRefusal> {
  const limit = chooseLimit(facts.content, form.channel, form.case);
  if (!limit.ok) return limit;
  const due = dueDate({
    receivedAt: facts.countsFrom ?? facts.now,
    limit: limit.value,
    calendar: facts.calendar,
    settings: facts.settings,
  });
  return due.ok ? done({ limit: limit.value, due: due.value }) : due;
}

export type DueRefusal =
  | "channel_not_offered"
  | "unknown_case"
  | "limit_not_published"
  | "calendar_not_published";

/**
 * A posted dossier is received for the agency by the signing of the hand-over record (QĐ 45/2016 Điều 7.4);
 * at the desk the clerk stands for the agency (NĐ 118/2025).
 */
export function receivedAs(channel: Channel): ReceivedAs {
  return channel === "postal" ? "postalForwarder" : "agentOfAgency";
}

function intakeItems(form: WrittenForm, required: readonly RequiredPaper[]): readonly IntakeItem[] {
  const listed = form.papers.filter(isHanded).map((paper) => ({
    paperId: paper.paperId,
    name: required.find((known) => known.id === paper.paperId)?.name ?? paper.paperId,
    originals: paper.shown ? 0 : paper.originals,
    copies: paper.shown ? 0 : paper.copies,
    shown: paper.shown,
    note: tidyText(paper.note ?? "") || null,
  }));
  const further = form.furtherPapers
    .filter(isHanded)
    .map((paper) => ({ paperId: null, ...paper, name: cleanText(paper.name), shown: false, note: null }));
  return [...listed, ...further];
}

/** A fee per page or copy is known only when somebody has counted: until then it is still to be fixed. */
function feeDue({ complete, known, lines }: FeesDue): number | null {
  const counted = lines.every((line) => line.unit === undefined || line.amount === 0);
  return complete && counted ? known : null;
}
