import { type GroupRowResult, type ReceiveGroupInput, receiveGroup } from "#contract/groups.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import { doubledRows } from "#domain/dossier/group-rows.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Refusal, done, refuse } from "#domain/shared/result.ts";
import { type Context, bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import type { ProcedureVersion } from "../units/reference.ts";
import { codeOrder } from "../ledgers/code-order.ts";
import { namedRecord } from "../ledgers/hand-over-records.ts";
import { openGroup } from "./group-store.ts";
import { type Receiver, decideForm, receiptOpening, rightToReceive } from "./receipt-opening.ts";

/**
 * Takes in one dossier for each of several applicants of one visit. What holds for all of them (the right, the
 * procedure, the places, the papers) refuses the whole; what is wrong with one row refuses that row, and nothing of it
 * is written. Each row is one statement with a key of its own: what is sent twice, or again after a lost answer,
 * receives nobody twice and goes on where it stopped.
 *
 * @rule INTAKE-04
 */
export const receiveGroupRoute = bind(receiveGroup, async (context) => {
  const { actor, body, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const named = { now: context.now, id: body.handOverRecordId };
  const broughtBy = await namedRecord(context.read, seat.value, named);
  if (!broughtBy.ok) return broughtBy;
  const at: Receiver = { ...context, counter: seat.value, broughtBy: broughtBy.value };
  const { length } = body.rows;
  if (length > deps.groupRowsMax) return refuse("group_too_large", { rows: length, max: deps.groupRowsMax });
  const rows = judgedRows(at, body);
  for (const { judgement } of rows)
    if (!judgement.ok && !isAboutOne(judgement.code)) return refuse(judgement.code, judgement.details);
  const sound = rows.flatMap(({ judgement }) => (judgement.ok ? [judgement.value] : []))[0];
  if (!sound) return done({ group: null, rows: rows.map((row) => unwritten(row)) });
  const right = rightToReceive(at, sound, await context.mandates());
  if (!right.ok) return right;
  const group = await beginGroup(context, at, sound.version);
  if (!group.ok) return group;
  const results: GroupRowResult[] = [];
  for (const [index, row] of rows.entries()) {
    const place = { groupId: body.groupId, position: group.value.rows + index };
    results.push(row.judgement.ok ? await receiveRow(context, at, row, place) : beside(row, results));
  }
  return done({ group: { groupId: body.groupId, code: group.value.code }, rows: results });
});

/** What is wrong with one applicant; anything else is wrong with all of them. */
const ABOUT_ONE = [
  "party_invalid",
  "authorisation_missing",
  "applicant_has_open",
  "applicant_twice",
] as const;

function isAboutOne(code: string): code is (typeof ABOUT_ONE)[number] {
  return ABOUT_ONE.some((one) => one === code);
}

type JudgedRow = ReturnType<typeof judgedRows>[number];

function judgedRows(at: Receiver, body: ReceiveGroupInput) {
  const { groupId: _group, name: _name, rows, ...common } = body;
  const doubled = doubledRows(rows);
  return rows.map(({ rowId, applicant, besidesOpen = false }) => {
    const form: ReceiveDossierInput = { ...common, applicant, ...(besidesOpen && { besidesOpen }) };
    const twin = besidesOpen ? undefined : doubled.get(rowId);
    const judgement = twin === undefined ? decideForm(at, form) : refuse("applicant_twice");
    return { rowId, form, judgement, twin };
  });
}

/** The group that the rows belong to: begun now, or there already with this counter's unit and this procedure. */
function beginGroup(context: Context<typeof receiveGroup>, at: Receiver, version: ProcedureVersion) {
  const { body, actor, now } = context;
  const { unit, id: counterId } = at.counter;
  const { code: procedureCode, name: procedureName } = version.content;
  return context.write(async (tx) => {
    const day = localTime(now).day;
    const order = codeOrder(at.reference, unit, day);
    if (!order.ok) return order;
    const wanted = {
      id: body.groupId,
      name: body.name,
      unit_id: unit.id,
      counter_id: counterId,
      procedure_version_id: version.id,
      procedure_code: procedureCode,
      procedure_name: procedureName,
      opened_by: actor.accountId,
      opened_at: now,
      scope: [unit.id],
    };
    const group = await openGroup(tx, wanted, order.value.agencyCode, day);
    if (group?.unit_id !== unit.id || group.procedure_code !== procedureCode)
      return refuse("group_of_another");
    return done({ code: group.code, rows: group.rows });
  });
}

/** One row, whole or not at all, and once whatever the request's key is. */
async function receiveRow(
  context: Context<typeof receiveGroup>,
  at: Receiver,
  row: JudgedRow,
  place: { readonly groupId: string; readonly position: number },
): Promise<GroupRowResult> {
  const { rowId, form } = row;
  const opened = await context.open(
    (facts) => {
      const opening = receiptOpening(at, form, facts);
      if (!opening.ok) return opening;
      const { rows, act } = opening.value;
      const member = {
        dossier_id: act.dossierId as string,
        group_id: place.groupId,
        row_id: rowId,
        position: place.position,
        scope: [at.counter.unit.id as string],
      };
      return done({ ...opening.value, rows: { ...rows, dossier_group_row: [member] } });
    },
    { key: `group/${place.groupId}/${rowId}`, body: form },
  );
  if (!opened.ok) {
    // The row's key came with another form before: that one was received, and this one is not written over it.
    const reused = (opened.code as string) === "idempotency_key_reused";
    return unwritten({ rowId, judgement: reused ? refuse("row_received_already") : opened });
  }
  const { dossierId, code, status, dueAt, provisional } = opened.value;
  return { rowId, received: { dossierId, code, status, dueAt, provisional }, refusal: null };
}

/** Who stands on an earlier row as well is told the code that the person has by it. */
function beside(row: JudgedRow, results: readonly GroupRowResult[]): GroupRowResult {
  const code = results.find(({ rowId }) => rowId === row.twin)?.received?.code;
  return unwritten(code === undefined ? row : { ...row, judgement: refuse("applicant_twice", { code }) });
}

type RowCode = NonNullable<GroupRowResult["refusal"]>["code"];

function unwritten(row: {
  readonly rowId: string;
  readonly judgement: Refusal<RowCode> | { readonly ok: true };
}): GroupRowResult {
  const { rowId, judgement } = row;
  return {
    rowId,
    received: null,
    refusal: judgement.ok ? null : { code: judgement.code, details: { ...judgement.details } },
  };
}
