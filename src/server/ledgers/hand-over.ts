import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { applyEvent } from "#domain/dossier/fold-dossier.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import { type HandOverCause, paperHolder } from "#domain/people/hand-over.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import { type Rows, insertRows } from "../db/insert-rows.ts";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { findCashUnits } from "./cash-alone.ts";
import { type HeldItem, successionRows } from "./custody-ledger.ts";
import { passCustody, withdrawOffersOf } from "./custody-succession.ts";
import { type ActRecord, eventRow, notBefore, stateOfRow } from "./dossier-ledger.ts";
import {
  type InHandDossier,
  type InHandStep,
  type Leaver,
  type StepPost,
  acrossSpace,
  feeInHand,
  findInHand,
  mayDoStep,
} from "./in-hand.ts";
import { type PassedStep, passSteps } from "./step-ledger.ts";
import { postsOfSuccessor } from "./successors.ts";

/** Who hands over, to whom, why and by which right. */
export interface HandOver {
  readonly leaver: Leaver;
  /** Null: what is in hand goes to the places where it lies. */
  readonly successorId: string | null;
  readonly cause: HandOverCause;
  /** The suspension, the account or the post. */
  readonly causeId: string;
  readonly reason: string;
  readonly basis: Basis;
  readonly actorId: AccountId;
  readonly requestId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

/** A hand-over whose record has its id. */
type Recorded = HandOver & {
  readonly id: string;
  /** Of the successor: a step that none of them may do goes back to everybody of its role. */
  readonly posts: readonly StepPost[];
};

/** As many dossiers as one statement writes. */
const CHUNK = 200;

/**
 * Everything in hand goes on in this transaction: packets and bags, shelves and other places in charge, papers, cases and
 * steps with an event on each dossier that names the basis, drafts to the named successor, tasks outside of the list end. Where no paper is left but cash may be, the record says
 * which units' it is. What an office or an operator held goes to several units by a record each, since each unit counts
 * its own cash. Whoever calls holds the mandate epoch.
 * @returns the id of the record, of several that of the first, or null when nothing was in hand
 */
export async function handOver(
  tx: Tx,
  where: { readonly reference: Reference; readonly space: Space; readonly day: PlainDate },
  given: HandOver,
): Promise<string | null> {
  await endAssignments(tx, given);
  return acrossSpace(tx, where, async () => {
    const custody = await passCustody(tx, where, given);
    const inHand = await findUnoffered(tx, given);
    const drafts = await passDrafts(tx, given);
    const cashUnits = await findCashUnits(tx, where, given.leaver, inHand);
    if (inHand.length === 0 && drafts === 0 && cashUnits.length === 0 && custody === 0) return null;
    const posts = await postsOfSuccessor(tx, where, given.successorId);
    const parts = partsOf(given, where.reference, inHand, cashUnits).map((part) => ({
      ...part,
      recorded: { ...given, id: given.newId(), posts },
    }));
    for (const part of parts) await writePart(tx, part.recorded, part, drafts);
    return parts[0]?.recorded.id ?? null;
  });
}

/** What is in hand, of which nothing is offered to anybody any more. */
async function findUnoffered(tx: Tx, given: HandOver): Promise<readonly InHandDossier[]> {
  const inHand = await findInHand(tx, given.leaver, true);
  const offers = await withdrawOffersOf(
    tx,
    given,
    inHand.flatMap(({ items }) => items.map(({ id }) => id)),
  );
  return offers === 0 ? inHand : findInHand(tx, given.leaver, true);
}

/** What one record is about. */
interface Part {
  readonly inHand: readonly InHandDossier[];
  readonly cashUnits: readonly string[];
}

function partsOf(
  { leaver, successorId }: HandOver,
  reference: Reference,
  inHand: readonly InHandDossier[],
  cashUnits: readonly string[],
): readonly Part[] {
  if (leaver.target === "account" || successorId !== null) return [{ inHand, cashUnits }];
  const byUnit = new Map<string, { readonly inHand: InHandDossier[]; readonly cashUnits: string[] }>();
  const partOf = (unitId: string) => {
    const key = reference.heirOf(unitId);
    const part = byUnit.get(key) ?? { inHand: [], cashUnits: [] };
    byUnit.set(key, part);
    return part;
  };
  for (const one of inHand) partOf(one.dossier.received_at_unit_id).inHand.push(one);
  for (const unitId of cashUnits) partOf(unitId).cashUnits.push(unitId);
  // Packets and shelves alone are of no unit: the record says that they went on.
  return byUnit.size === 0 ? [{ inHand, cashUnits }] : [...byUnit.values()];
}

async function writePart(tx: Tx, given: Recorded, { inHand, cashUnits }: Part, drafts: number) {
  const hand_over_cash = cashUnits.map((unit_id) => ({ hand_over_id: given.id, unit_id }));
  await insertRows(tx, { hand_over: [recordRow(given, drafts)], hand_over_cash }, HELD);
  for (let from = 0; from < inHand.length; from += CHUNK)
    await passOn(tx, given, inHand.slice(from, from + CHUNK));
}

/** The epoch is held by whoever hands over, so that nothing has to be asserted. */
const HELD = { text: "select 1", values: [] } as const;

function recordRow(given: Recorded, drafts: number): NonNullable<Rows["hand_over"]>[number] {
  return {
    id: given.id,
    cause: given.cause,
    cause_id: given.causeId,
    target: given.leaver.target,
    target_id: given.leaver.targetId,
    successor_id: given.successorId,
    reason: given.reason,
    basis_kind: given.basis.kind,
    basis_id: given.basis.id,
    actor_id: given.actorId,
    drafts,
    recorded_at: given.now,
  };
}

/** What one dossier's part comes to: where it stands afterwards, and its rows. */
interface Passed {
  readonly id: string;
  readonly version: number;
  readonly caseOfficerId: string | null;
  readonly items: readonly HeldItem[];
  readonly steps: readonly PassedStep[];
  readonly toKind: string;
  readonly toId: string;
  readonly rows: Required<Pick<Rows, "dossier_event" | "custody_entry" | "hand_over_line">>;
}

async function passOn(tx: Tx, given: Recorded, chunk: readonly InHandDossier[]): Promise<void> {
  const passed = chunk.map((one) => passedDossier(given, one));
  await sql`update dossier set version = moved.version, case_officer_id = moved.officer
    from unnest(${passed.map(({ id }) => id)}::uuid[], ${passed.map(({ version }) => version)}::integer[],
      ${passed.map(({ caseOfficerId }) => caseOfficerId)}::uuid[]) as moved (id, version, officer)
    where dossier.id = moved.id`.execute(tx);
  const moved = passed.flatMap(({ items, toKind, toId }) => items.map(({ id }) => ({ id, toKind, toId })));
  await sql`update item set holder_kind = moved.kind, holder_id = moved.holder, custody_seq = custody_seq + 1
    from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ toKind }) => toKind)}::text[],
      ${moved.map(({ toId }) => toId)}::uuid[]) as moved (id, kind, holder)
    where item.id = moved.id`.execute(tx);
  await passSteps(
    tx,
    passed.flatMap(({ steps }) => steps),
  );
  await insertRows(
    tx,
    {
      dossier_event: passed.flatMap(({ rows }) => rows.dossier_event),
      custody_entry: passed.flatMap(({ rows }) => rows.custody_entry),
      hand_over_line: passed.flatMap(({ rows }) => rows.hand_over_line),
    },
    HELD,
  );
}

/** The events of one dossier, decided by the fold as every event is. */
function passedDossier(given: Recorded, one: InHandDossier): Passed {
  const { dossier, items, lastAt } = one;
  const to = paperHolder(given.successorId, dossier.received_at_unit_id);
  const asked: ActRecord = {
    dossierId: dossier.id,
    basis: given.basis,
    actorId: given.actorId,
    counterId: null,
    requestId: given.requestId,
    occurredAt: given.now,
    recordedAt: given.now,
    scope: dossier.scope,
    mandateEpoch: 0,
  };
  const act = notBefore(asked, lastAt);
  const events = eventsOf(given, one, to.kind);
  const seen = stateOfRow(dossier);
  const after = events.reduce((state, event) => applyEvent(state, { ...event, actorId: act.actorId }), seen);
  return {
    id: dossier.id,
    version: after.version,
    caseOfficerId: after.caseOfficerId,
    items,
    steps: events.flatMap((event) =>
      event.type === "dossier.stepsPassed" ? stepsOf(dossier.id, event) : [],
    ),
    toKind: to.kind,
    toId: to.id,
    rows: {
      dossier_event: events.map((event, index) => eventRow(act, event, seen.version + 1 + index)),
      custody_entry: successionRows(act, seen.version + 1, items, to),
      hand_over_line: [lineRow(given, one, to)],
    },
  };
}

/** What is said of one dossier: papers, the case, and the steps, which a successor has only who may do them. */
function eventsOf(
  given: Recorded,
  { items, matter, steps }: InHandDossier,
  to: "person" | "unit",
): DossierEvent[] {
  const { id: handOverId, successorId } = given;
  const toAccountId = successorId === null ? null : asId<AccountId>(successorId);
  const passed = (toWhom: AccountId | null, own: readonly InHandStep[]) => {
    const [first] = own;
    if (!first) return [];
    const { internalProcedureId } = first;
    const keys = own.map(({ key }) => key);
    return [
      dossierEvent("dossier.stepsPassed", {
        handOverId,
        internalProcedureId,
        steps: keys,
        toAccountId: toWhom,
      }),
    ];
  };
  const fits = steps.filter((step) => goesToSuccessor(given, step));
  return [
    ...(items.length > 0
      ? [dossierEvent("dossier.custodyPassed", { handOverId, papers: items.length, to })]
      : []),
    ...(matter ? [dossierEvent("dossier.reassigned", { handOverId, toAccountId })] : []),
    ...passed(toAccountId, fits),
    ...passed(
      null,
      steps.filter((step) => !fits.includes(step)),
    ),
  ];
}

function goesToSuccessor({ posts }: Recorded, step: InHandStep): boolean {
  return posts.some((post) => mayDoStep(post, step));
}

function stepsOf(
  dossierId: string,
  { payload }: Extract<DossierEvent, { type: "dossier.stepsPassed" }>,
): readonly PassedStep[] {
  return payload.steps.map((key) => ({ dossierId, key, holderId: payload.toAccountId }));
}

/** Who has it from then on: the papers before the case, the case before a step. */
function lineRow(
  given: Recorded,
  one: InHandDossier,
  to: ReturnType<typeof paperHolder>,
): NonNullable<Rows["hand_over_line"]>[number] {
  const { dossier, items, matter, steps } = one;
  const { successorId } = given;
  const isNamed = successorId !== null && (matter || steps.some((step) => goesToSuccessor(given, step)));
  const agency = { kind: "agency", id: dossier.deciding_agency_id };
  const works = isNamed ? { kind: "person", id: successorId } : agency;
  const holder = items.length > 0 ? to : works;
  return {
    hand_over_id: given.id,
    dossier_id: dossier.id,
    code: dossier.code,
    papers: items.length,
    matter,
    steps: steps.length,
    paper_names: items.flatMap(({ paper_name: name }) => name ?? []),
    fee: feeInHand(one),
    to_kind: holder.kind,
    to_id: holder.id,
  };
}

/** Half-filled forms are sealed under their own key: the named successor opens them in the own list. */
async function passDrafts(tx: Tx, { leaver, successorId }: HandOver): Promise<number> {
  if (successorId === null) return 0;
  await sql`select set_config('motcua.hand_over_from', ${`{${leaver.accountIds.join(",")}}`}, true),
    set_config('motcua.hand_over_to', ${successorId}, true)`.execute(tx);
  const moved = await tx
    .updateTable("draft")
    .set((set) => ({ account_id: successorId, version: set("version", "+", 1) }))
    .where(sql<boolean>`account_id = any (${[...leaver.accountIds]}::uuid[])`)
    .executeTakeFirst();
  await sql`select set_config('motcua.hand_over_from', '', true), set_config('motcua.hand_over_to', '', true)`.execute(
    tx,
  );
  return Number(moved.numUpdatedRows);
}

/** A task that one clerk was given outside of the list is nobody else's: the head gives it anew, if it is still wanted. */
async function endAssignments(tx: Tx, { leaver, actorId, now }: HandOver): Promise<void> {
  if (leaver.target !== "account") return;
  await tx
    .updateTable("assignment")
    .set({ revoked_at: now, revoked_by: actorId })
    .where("account_id", "=", leaver.targetId)
    .where("revoked_at", "is", null)
    .where(sql<boolean>`unit_id = any (${[...leaver.unitIds]}::uuid[])`)
    .execute();
}
