import { assignStep, finishStep, sendStepBack, takeStep } from "#contract/steps.ts";
import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { StepStanding } from "#domain/dossier/fold-steps.ts";
import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import { type StepAct, type StepRefusal, missingPapers, stepAllows } from "#domain/dossier/step-acts.ts";
import type { StepState } from "#domain/dossier/step-state.ts";
import { type FileId, asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { loadReadable } from "../ledgers/consultation-ledger.ts";
import { type DossierRecord, holdDossier } from "../ledgers/load-dossier.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { type MoveRefusal, moveDossier } from "../ledgers/move-dossier.ts";
import { type DossierSteps, loadSteps, placeOfStep } from "../ledgers/step-ledger.ts";
import { rightToStep } from "../ledgers/step-right.ts";
import { accountName, findStepFiles, findStepPeople } from "./store.ts";

/** Somebody takes an open step; one that is another's is taken in that person's place, and the event says so. */
export const takeStepRoute = bind(takeStep, (context) =>
  context.act((tx, _space, facts) =>
    moveStep(tx, context, facts, "takeStep", async ({ standing, of }) => {
      const inPlaceOf = standing.holderId === context.actor.accountId ? null : standing.holderId;
      return done(dossierEvent("dossier.stepTaken", { ...of, inPlaceOf }));
    }),
  ),
);

/** The approver gives a step to somebody of its role, or to another than before. */
export const assignStepRoute = bind(assignStep, (context) =>
  context.act((tx, _space, facts) =>
    moveStep(
      tx,
      context,
      facts,
      "assignStep",
      async ({ planned, dossier, of }) => {
        const { accountId } = context.body;
        const places = context.reference.lineOf(context.reference.heirOf(placeOfStep(planned, dossier)));
        const where = { role: planned.role, placeIds: places, today: localTime(context.now).day };
        const [found] = await findStepPeople(tx, where, accountId);
        if (!found) return refuse("step_person_unsuited", { role: planned.role });
        return done(dossierEvent("dossier.stepAssigned", { ...of, toAccountId: asId(accountId) }));
      },
      context.body.note,
    ),
  ),
);

/** Finishes one's own step with the papers that it yields. */
export const finishStepRoute = bind(finishStep, (context) =>
  context.act((tx, _space, facts) =>
    moveStep(
      tx,
      context,
      facts,
      "finishStep",
      async ({ planned, dossier, of }) => {
        const named = context.body.papers.filter(({ name }) => planned.yields.includes(name));
        const kept = await findStepFiles(
          tx,
          dossier.id,
          named.map(({ fileId }) => fileId),
        );
        const papers = named
          .filter(({ fileId }) => kept.includes(fileId))
          .map(({ name, fileId }) => ({ name, fileId: asId<FileId>(fileId) }));
        const missing = missingPapers(planned, papers);
        // What the plan does not name is said nowhere: it would be somebody's words in the ledger.
        if (missing.length > 0 || papers.length < context.body.papers.length)
          return refuse("step_papers_missing", { papers: missing });
        return done(dossierEvent("dossier.stepFinished", { ...of, papers }));
      },
      context.body.note,
    ),
  ),
);

/** A finished step is to be done again, with all that rests on it; the words say why. */
export const sendStepBackRoute = bind(sendStepBack, (context) =>
  context.act((tx, _space, facts) =>
    moveStep(
      tx,
      context,
      facts,
      "sendStepBack",
      async ({ of }) => done(dossierEvent("dossier.stepSentBack", of)),
      context.body.reason,
    ),
  ),
);

interface StepInput {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly params: { readonly dossierId: string; readonly key: string };
  readonly body: { readonly version: number };
}

/** The step that is acted on, as its event names it and as it stands. */
interface Acting {
  readonly planned: PlannedStep;
  readonly standing: StepStanding;
  readonly dossier: DossierRecord;
  readonly of: { readonly internalProcedureId: string; readonly step: string };
}

interface Stepped {
  readonly dossierId: string;
  readonly version: number;
  readonly status: BusinessStatus;
  readonly step: string;
  readonly state: StepState;
  readonly opened: string[];
}

/**
 * One act on a step: held, its right decided by the step's role and place, its state asked, the event written with the
 * projection, in one transaction. A step at another agency opens the dossier to its people for as long.
 *
 * @rule STEPS-01
 */
async function moveStep<Act extends StepAct, Code extends string>(
  tx: Tx,
  input: StepInput,
  facts: MandateFacts,
  act: Act,
  decide: (acting: Acting) => Promise<Result<DossierEvent, Code>>,
  note?: string,
): Promise<Result<Stepped, Code | StepRefusal<Act> | MoveRefusal | "step_unknown">> {
  const { actor, now, params } = input;
  const { dossierId, key } = params;
  if (!(await loadReadable(tx, dossierId)) || !(await holdDossier(tx, dossierId))) return refuse("not_found");
  const steps = await loadSteps(tx, dossierId);
  const found = steps && stepOf(steps, key);
  if (!found) return refuse("step_unknown");
  const right = (dossier: DossierRecord) =>
    rightToStep({ actor, dossier, facts, now }, act, found.planned, steps);
  const move = { ...input, dossierId, version: input.body.version, move: act, note, right };
  const moved = await moveDossier<Code | StepRefusal<Act>>(tx, move, facts, async (dossier) => {
    const allowed = stepAllows(act, found.standing, actor.accountId);
    if (!allowed.ok) return refuse(allowed.code, await whoseStep(tx, allowed.code, found.standing));
    const of = { internalProcedureId: steps.procedure.id, step: key };
    const event = await decide({ ...found, dossier, of });
    return event.ok ? done({ event: event.value }) : event;
  });
  if (!moved.ok) return moved;
  const after = await loadSteps(tx, dossierId);
  invariant(after, "what has steps keeps them");
  return done({
    ...moved.value,
    step: key,
    state: after.standings.find((step) => step.key === key)?.state ?? found.standing.state,
    opened: openedBetween(steps, after),
  });
}

/** Of what is another's, whose it is. */
async function whoseStep(tx: Tx, code: string, { holderId }: StepStanding) {
  if (code !== "step_of_another") return {};
  return { name: holderId === null ? "" : await accountName(tx, holderId) };
}

function stepOf({ procedure, standings }: DossierSteps, key: string) {
  const planned = procedure.steps.find((step) => step.key === key);
  const standing = standings.find((step) => step.key === key);
  return planned && standing ? { planned, standing } : undefined;
}

function openedBetween(before: DossierSteps, after: DossierSteps): string[] {
  const waited = new Set(before.standings.filter(({ state }) => state === "waiting").map(({ key }) => key));
  return after.rows.filter(({ key, state }) => state === "open" && waited.has(key)).map(({ name }) => name);
}
