import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { hasEnded } from "#domain/dossier/dossier-state.ts";
import type { DossierState } from "#domain/dossier/fold-dossier.ts";
import { afterMove } from "#domain/dossier/dossier-machine.ts";
import { type PartRule, partEnd, partsToOpen } from "#domain/dossier/interlinked.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seeDossier } from "./consultation-ledger.ts";
import { handItemsOver, passResults } from "./custody-ledger.ts";
import { type ActRecord, appendEvent, stateOfRow } from "./dossier-ledger.ts";
import { partsHere, ruleOf } from "./interlinked-rules.ts";
import { type DossierRecord, holdDossier, loadDossier } from "./load-dossier.ts";
import type { Opening } from "./open-dossier.ts";
import { openPart } from "./open-part.ts";
import { type PartRow, loadParts } from "./part-ledger.ts";
import { dropSteps } from "./step-ledger.ts";

/** What was just written, with where the dossier stood before and stands now. */
export interface Step {
  readonly dossier: DossierRecord;
  readonly act: ActRecord;
  readonly event: DossierEvent;
  readonly before: DossierState;
  readonly after: DossierState;
}

/**
 * What follows from an act on an interlinked dossier, in its transaction: parts are opened when the whole is received,
 * end and are returned with it; the whole is told how a part ended, and the parts that waited for it are opened.
 * Refuses `dossier_changed` when somebody has one of them in hand at this moment. Nothing at all for any other dossier.
 */
export async function followParts(tx: Tx, deps: Deps, step: Step): Promise<Result<null, "dossier_changed">> {
  const { dossier, event, before, after } = step;
  if (dossier.whole_id !== null) return tellWhole(tx, deps, step, dossier.whole_id);
  if (ruleOf(dossier) === undefined) return done(null);
  if (after.business === "received" && isBeginning(event, before)) {
    await openFirstParts(tx, deps, step.act, dossier);
    return done(null);
  }
  if (after.business === "stopped") return alongParts(tx, step, stopPart);
  if (event.type === "dossier.resultTakenOver") return alongParts(tx, step, bringPart);
  const isReturn = after.business === "returned" || after.business === "returnAwaitingConfirmation";
  return isReturn ? alongParts(tx, step, returnPart) : done(null);
}

function isBeginning({ type }: DossierEvent, { business }: DossierState): boolean {
  return type === "dossier.accepted" || (type === "dossier.confirmed" && business === "awaitingConfirmation");
}

/** What opens the first parts of a dossier that is received as it is opened; undefined for any other. */
export function partsOfOpening(
  deps: Deps,
  { act, event, rows }: Opening<object>,
): ((tx: Tx) => Promise<void>) | undefined {
  if (event.type !== "dossier.received" || ruleOf(rows.dossier[0]) === undefined) return undefined;
  return async (tx) => {
    const whole = await loadDossier(tx, act.dossierId);
    invariant(whole, "a dossier that was just opened is there");
    await openFirstParts(tx, deps, act, whole);
  };
}

/** Opens the parts that follow no other one, of a dossier that was just received. */
async function openFirstParts(tx: Tx, deps: Deps, act: ActRecord, whole: DossierRecord): Promise<void> {
  const rule = ruleOf(whole);
  if (!rule) return;
  await openSome(
    tx,
    deps,
    act,
    whole,
    rule.parts.filter(({ after }) => after.length === 0),
  );
}

async function openSome(
  tx: Tx,
  deps: Deps,
  act: ActRecord,
  whole: DossierRecord,
  parts: readonly PartRule[],
): Promise<void> {
  const rule = ruleOf(whole);
  invariant(rule, "an interlinked dossier has its rule");
  const here = partsHere(deps.reference.current(), rule, whole, localTime(act.recordedAt).day);
  for (const { key } of parts) {
    const part = here.get(key);
    if (part) await openPart(tx, deps, act, whole, part);
  }
  await seeDossier(tx, null);
}

/** Tells the whole how its part ended, and opens what waited for it. */
async function tellWhole(
  tx: Tx,
  deps: Deps,
  { dossier: part, act, after, before }: Step,
  wholeId: string,
): Promise<Result<null, "dossier_changed">> {
  const end = partEnd(after.business, after.outcome);
  if (end === null || partEnd(before.business, before.outcome) !== null) return done(null);
  await seeDossier(tx, wholeId);
  const whole = await holdDossier(tx, wholeId);
  invariant(whole, "the whole of a part is there");
  const state = stateOfRow(whole);
  if (!hasEnded(state.business)) {
    const key = part.part_key ?? "";
    const told = dossierEvent("dossier.partEnded", { key, dossierId: part.id, end });
    const appended = await appendEvent(tx, actOn(act, whole), state, told);
    if (!appended.ok) return appended;
    const rule = ruleOf(whole);
    const parts = rule && end === "granted" ? partsToOpen(rule, await loadParts(tx, wholeId), key) : [];
    if (parts.length > 0) await openSome(tx, deps, act, whole, parts);
  }
  await seeDossier(tx, null);
  return done(null);
}

const actOn = (act: ActRecord, { id, scope }: DossierRecord): ActRecord => ({ ...act, dossierId: id, scope });

type Along = (
  tx: Tx,
  step: Step,
  act: ActRecord,
  part: DossierRecord,
) => Promise<{ readonly event: DossierEvent; readonly rows?: Rows } | null>;

/** The same happens to every part that it can happen to. */
async function alongParts(tx: Tx, step: Step, along: Along): Promise<Result<null, "dossier_changed">> {
  const parts = await loadParts(tx, step.dossier.id);
  for (const part of parts) {
    const followed = await alongPart(tx, step, part, along);
    if (!followed.ok) return followed;
  }
  await seeDossier(tx, null);
  return done(null);
}

async function alongPart(
  tx: Tx,
  step: Step,
  { dossierId }: PartRow,
  along: Along,
): Promise<Result<null, "dossier_changed">> {
  await seeDossier(tx, dossierId);
  const part = await holdPart(tx, dossierId);
  // Somebody has it in hand, and waits for the whole as we would for them: of the two we give way.
  if (!part) return refuse("dossier_changed", { version: step.after.version });
  const act = actOn(step.act, part);
  const made = await along(tx, step, act, part);
  if (!made) return done(null);
  const appended = await appendEvent(tx, act, stateOfRow(part), made.event, made.rows);
  if (!appended.ok) return appended;
  if (made.event.type === "dossier.stoppedWithWhole") await dropSteps(tx, part.id);
  return done(null);
}

async function holdPart(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  const row = await tx
    .selectFrom("dossier")
    .selectAll()
    .where("id", "=", dossierId)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as DossierRecord | undefined;
}

/** What is under way stops with the whole; what is decided stays so, and lies at the unit for the citizen. */
const stopPart: Along = async (_tx, _step, _act, part) =>
  afterMove(stateOfRow(part), "stopWithWhole").ok
    ? { event: dossierEvent("dossier.stoppedWithWhole", {}) }
    : null;

/** What is decided in a part comes along to where the whole is fetched. */
const bringPart: Along = async (tx, { event }, act, part) => {
  if (event.type !== "dossier.resultTakenOver" || stateOfRow(part).business !== "finished") return null;
  const to = { kind: "unit", id: event.payload.unitId } as const;
  return { event, rows: await passResults(tx, act, part.version + 1, to) };
};

/** The citizen has the results of all parts with that of the whole, against one signature. */
const returnPart: Along = async (tx, { event }, act, part) => {
  const state = stateOfRow(part);
  if (event.type === "dossier.confirmed")
    return state.business === "returnAwaitingConfirmation"
      ? { event: dossierEvent("dossier.confirmed", {}) }
      : null;
  if (event.type !== "dossier.returned" && event.type !== "dossier.handedOver") return null;
  if (state.business !== "finished") return null;
  // What was delivered is out of the house by the act of the delivery, the results of the parts with it.
  if ("shipmentId" in event.payload) return { event: dossierEvent("dossier.returned", event.payload) };
  const { collector, identityProof, signatureKind, signatureFileId } = event.payload;
  const rows = await handItemsOver(tx, act, "result", part.version + 1, asId(signatureFileId));
  const collected = { collector, identityProof, signatureKind, signatureFileId };
  return { event: dossierEvent(event.type, collected), rows };
};
