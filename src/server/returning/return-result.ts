import { returnResult } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type ProxyDetails, type ReturnForm, decideReturn } from "#domain/dossier/return-result.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { seal } from "../keys/seal.ts";
import { counterOf } from "../ledgers/actor.ts";
import {
  type HeldOriginal,
  findHeldOriginals,
  handItemsOver,
  unlessAway,
  handOriginalsBack,
} from "../ledgers/custody-ledger.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import { isSignatureOf } from "../ledgers/kept-signature.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { unlessPart, unlessPartsOpen } from "../ledgers/part-ledger.ts";
import type { Counter, Reference } from "../units/reference.ts";

/**
 * Hands the result to the citizen: identity checked, a signature kept, the paper's custody ends in the
 * citizen's hands. Only this event makes the dossier "returned" (status 10); by a clerk whose acts are
 * confirmed, only the confirmation does.
 */
export const returnResultRoute = bind(returnResult, async (context) => {
  const { actor, body, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, version: body.version, move: "returnResult" },
      facts,
      async (dossier, act, right) => {
        const here = isHere(dossier, counter, context.reference);
        if (!here.ok) return here;
        const alone = await unlessPart(tx, dossier);
        if (!alone.ok) return alone;
        const whole = await unlessPartsOpen(tx, dossier);
        if (!whole.ok) return whole;
        const atHand = await unlessAway(tx, dossier.id, "result");
        if (!atHand.ok) return atHand;
        const hasSubmitter = (await partyRoles(tx, dossier.id)).includes("submitter");
        const form: ReturnForm = {
          ...body,
          hasSubmitter,
          signed: await isSignatureOf(tx, dossier.id, body.signature),
        };
        const decided = decideReturn(form);
        if (!decided.ok) return decided;
        const { proxy } = decided.value;
        const held = await findHeldOriginals(tx, dossier.id);
        const elsewhere = context.reference.heirOf(dossier.received_at_unit_id) !== counter.unit.id;
        const said = originalsBack(held, body.originals, elsewhere);
        if (!said.ok) return said;
        const back = said.value;
        const payload = {
          collector: body.collector,
          identityProof: body.identityProof,
          signatureKind: body.signature.kind,
          signatureFileId: asId<never>(body.signature.fileId),
          ...(held.length > 0 && {
            originalsBack: back.map(({ id }) => id),
            originalsKept: held.length - back.length,
          }),
        };
        const seq = dossier.version + 1;
        const result = await handItemsOver(tx, act, "result", seq, body.signature.fileId);
        const papers = await handOriginalsBack(tx, act, seq, back, body.signature.fileId);
        const custody = { custody_entry: [...(result.custody_entry ?? []), ...papers] };
        const rows: Rows = proxy === null ? custody : { ...custody, party: [proxyRow(deps, act, proxy)] };
        // Under `assist` the citizen has the result all the same; the act waits for the officer.
        const type = right.awaitsConfirmation ? "dossier.handedOver" : "dossier.returned";
        return done({ event: dossierEvent(type, payload), rows });
      },
    ),
  );
});

/** A result is returned at the unit where it is fetched, once it is there. */
function isHere(dossier: DossierRecord, { unit }: Counter, { heirOf, units }: Reference) {
  const { receivedAt, collectedAt, resultAt } = resultUnits(dossier);
  const isElsewhere = unit.id !== heirOf(collectedAt);
  if (isElsewhere && collectedAt === receivedAt) return refuse("outside_jurisdiction");
  if (isElsewhere) return refuse("collected_elsewhere", { unit: units.get(heirOf(collectedAt))?.name ?? "" });
  if (unit.id === heirOf(resultAt)) return done(null);
  return refuse("result_not_here", { unit: units.get(heirOf(resultAt))?.name ?? "" });
}

/**
 * Which originals go back with the result. A dossier does not end with originals of the citizen unless somebody said
 * that they stay.
 *
 * @rule ORIGINALS-01
 */
function originalsBack(
  held: readonly HeldOriginal[],
  wanted: readonly string[] | undefined,
  elsewhere: boolean,
) {
  if (held.length > 0 && wanted === undefined)
    return refuse("originals_unsaid", { papers: held.map(({ name }) => name) });
  const back = held.filter(({ id }) => wanted?.includes(id));
  // Originals stay where they came in: only the result is brought to another unit.
  return back.length < new Set(wanted).size || (elsewhere && back.length > 0)
    ? refuse("originals_not_held")
    : done(back);
}

/** Who collected for the applicant, sealed like everybody else of the dossier. */
function proxyRow(
  { newId, ring }: Deps,
  act: ActRecord,
  details: ProxyDetails,
): NonNullable<Rows["party"]>[number] {
  const id = newId();
  return {
    id,
    dossier_id: act.dossierId,
    role: "proxy",
    kind: "person",
    sealed: seal(ring, `party:${id}`, { details }),
    number_index: blindIndex(ring, "number", details.identityNumber),
    phone_index: null,
    until_seq: null,
    scope: [...act.scope],
  };
}

async function partyRoles(tx: Tx, dossierId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("party")
    .select("role")
    .where("dossier_id", "=", dossierId)
    .where("until_seq", "is", null)
    .execute();
  return rows.map((row) => row.role);
}
