import type { DossierView } from "#contract/dossiers.ts";
import type { StepView, StepsView } from "#contract/steps.ts";
import { deadlineClock } from "#domain/dossier/deadline-clock.ts";
import { type Move, afterMove } from "#domain/dossier/dossier-machine.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { type StepStanding, stepDueDate } from "#domain/dossier/fold-steps.ts";
import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import { STEP_ACTS, stepAllows } from "#domain/dossier/step-acts.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Words } from "../ledgers/basis-title.ts";
import { calendarOf } from "../ledgers/deadline.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { permitView } from "../ledgers/permit-view.ts";
import { type DossierSteps, stepsRead } from "../ledgers/step-ledger.ts";
import { rightToStep } from "../ledgers/step-right.ts";
import type { Reference } from "../units/reference.ts";
import { type PagePart, basesOf } from "./page-part.ts";
import type { History, PageRows } from "./page-store.ts";

/** Who reads, and by what. */
interface Reading {
  readonly actor: Actor;
  readonly facts: MandateFacts;
  readonly now: Instant;
  readonly reference: Reference;
}

/** The steps of a dossier as its page shows them, and what its history says of them. */
export interface StepsOfPage {
  readonly steps: StepsView | null;
  readonly stepOf: (event: History[number]) => DossierView["events"][number]["step"];
}

/**
 * The plan that a dossier is worked by with who has which step, until when, and what this person may do with it. A
 * dossier without steps has none of it.
 */
export function stepsOfPage(reading: Reading, page: PageRows): PagePart<StepsOfPage> {
  const known = stepsRead(page.steps, page.plans);
  if (!known) return { bases: [], accountIds: [], view: () => ({ steps: null, stepOf: () => null }) };
  const acts = actsOf(reading, page.dossier, known);
  return {
    bases: basesOf([...acts.values()].flat()),
    accountIds: peopleOf(known, page.history),
    view: (words) => ({
      steps: stepsView(reading, page, known, acts, words),
      stepOf: (event) => stepOfEvent(event, known.procedure.steps, words.nameOf),
    }),
  };
}

function stepsView(
  reading: Reading,
  { dossier, history }: PageRows,
  { procedure, rows, standings }: DossierSteps,
  acts: Acts,
  words: Words,
): StepsView {
  const dateOf = datesOf(reading.reference, dossier, history);
  const steps = procedure.steps.flatMap((planned): StepView[] => {
    const row = rows.find(({ key }) => key === planned.key);
    const standing = standings.find(({ key }) => key === planned.key);
    if (!row || !standing) return [];
    return [
      {
        ...stepPlan(planned, reading.reference),
        ...standingView(standing, reading.actor, words.nameOf),
        ...dateOf(planned, standing, row.due_at),
        place: placeName(reading.reference, row.place_id),
        late: isLate(standing, row.due_at, reading.now),
        acts: actViews(acts.get(planned.key) ?? [], words),
      },
    ];
  });
  const { decisionNumber: number, decidedOn: issuedOn, signer } = procedure;
  return {
    internalProcedureId: procedure.id,
    decision: { number, issuedOn, signer },
    steps,
    allDone: standings.every(({ state }) => !isOpen(state) && state !== "waiting"),
  };
}

type NameOf = Words["nameOf"];

/** What an event says of people and steps; of any other event nothing. */
type SaidOfStep = Partial<{ step: string; inPlaceOf: string | null; toAccountId: string }>;

function stepOfEvent(
  { type, payload }: History[number],
  steps: readonly PlannedStep[],
  nameOf: NameOf,
): DossierView["events"][number]["step"] {
  if (!/^dossier\.(step|sentBack$)/.test(type)) return null;
  const said = payload as SaidOfStep;
  const planned = steps.find(({ key }) => key === said.step);
  return planned
    ? { name: planned.name, to: nameOf(said.toAccountId ?? null), inPlaceOf: nameOf(said.inPlaceOf ?? null) }
    : null;
}

function stepPlan(step: PlannedStep, { agencies }: Reference) {
  return {
    ...step,
    after: [...step.after],
    yields: [...step.yields],
    agencyName: step.agencyId === null ? null : (agencies.get(step.agencyId)?.name ?? ""),
  };
}

function standingView(standing: StepStanding, actor: Actor, nameOf: NameOf) {
  const { holderId, inPlaceOf, openedAt, takenAt, finishedAt, state } = standing;
  const holder = holderId && {
    accountId: holderId,
    name: nameOf(holderId) ?? "",
    isMe: holderId === actor.accountId,
  };
  const papers = standing.papers.map(({ name, fileId }) => ({ name, fileId }));
  return { state, holder, inPlaceOf: nameOf(inPlaceOf), openedAt, takenAt, finishedAt, papers };
}

function isLate({ state, finishedAt }: StepStanding, dueAt: Instant | null, now: Instant): boolean {
  if (dueAt === null) return false;
  return state === "done" ? finishedAt !== null && finishedAt > dueAt : isOpen(state) && dueAt < now;
}

/** The date of a step with how it came about, as far as it still can be counted so. */
function datesOf(reference: Reference, dossier: DossierRecord, history: History) {
  const clock = deadlineClock(
    history.map(({ type, occurred_at }) => ({ type: type as DossierEventType, at: instant(occurred_at) })),
  );
  const facts = calendarOf(reference, dossier);
  return (planned: PlannedStep, standing: StepStanding, kept: Instant | null) => {
    const due =
      clock && isOpen(standing.state) ? stepDueDate(standing, planned.limit, clock, facts) : undefined;
    // A calendar that changed since has not moved the date: then its old count explains it no more.
    if (!due?.ok || due.value.dueAt !== kept) return { dueAt: kept, provisional: false, explanation: null };
    return { dueAt: kept, provisional: due.value.provisional, explanation: due.value.explanation };
  };
}

/** Everybody whom a step or an event about one names. */
function peopleOf({ standings }: DossierSteps, history: History) {
  const said = history.flatMap(({ type, payload }) => {
    if (!type.startsWith("dossier.step")) return [];
    const { inPlaceOf, toAccountId } = payload as SaidOfStep;
    return [inPlaceOf, toAccountId];
  });
  return [...standings.flatMap(({ holderId, inPlaceOf }) => [holderId, inPlaceOf]), ...said];
}

/** The acts of each step, by its key. */
type Acts = ReturnType<typeof actsOf>;
type ActsOfStep = NonNullable<ReturnType<Acts["get"]>>;

/** The acts that each step allows now, with the answer of the right to each; none while the dossier stands or has ended. */
function actsOf({ actor, facts, now }: Reading, dossier: DossierRecord, steps: DossierSteps) {
  const state = stateOfRow(dossier);
  const mayMove = (move: Move) => afterMove(state, move).ok;
  const offered = (planned: PlannedStep, standing: StepStanding) =>
    STEP_ACTS.filter((act) => mayMove(act) && stepAllows(act, standing, actor.accountId).ok).map((act) => ({
      act,
      right: rightToStep({ actor, dossier, facts, now }, act, planned, steps),
      inPlaceOf: act === "takeStep" && standing.holderId !== actor.accountId ? standing.holderId : null,
    }));
  return new Map(
    steps.procedure.steps.map((planned) => {
      const standing = steps.standings.find(({ key }) => key === planned.key);
      return [planned.key, standing ? offered(planned, standing) : []];
    }),
  );
}

function actViews(acts: ActsOfStep, { titleOf, nameOf }: Words): StepView["acts"] {
  return acts.map(({ act, right, inPlaceOf }) => ({
    act,
    permit: permitView(right, titleOf),
    inPlaceOf: nameOf(inPlaceOf),
  }));
}

function placeName({ units, agencies }: Reference, placeId: string): string {
  return units.get(placeId)?.name ?? agencies.get(placeId)?.name ?? "";
}
