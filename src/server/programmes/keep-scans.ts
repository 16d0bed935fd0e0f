import { addDecisionScan, listDecisionScans, withdrawDecisionScan } from "#contract/basis.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import {
  findAllScans,
  isDecisionOf,
  scanView,
  writeScan,
  writeScanWithdrawal,
} from "../ledgers/decision-scans.ts";
import { findDecision } from "../ledgers/mandate-decision.ts";
import { isFile } from "./store.ts";

export const listDecisionScansRoute = bind(listDecisionScans, ({ params, actor, read }) =>
  read(async (tx) => {
    const { decisionId } = params;
    if (!(await findDecision(tx, decisionId))) return refuse("not_found");
    const scans = await findAllScans(tx, [decisionId]);
    return done({
      scans: scans.map((scan) => ({
        ...scanView(scan),
        withdrawn: scan.withdrawn,
        mayWithdraw: scan.withdrawn === null && mayWithdraw(actor, scan),
      })),
      mayAdd: await mayAdd(tx, actor, decisionId),
    });
  }),
);

/** Adds a kept file to the scans of a decision, whoever named the decision. */
export const addDecisionScanRoute = bind(addDecisionScan, ({ params, body, actor, now, write }) =>
  write(async (tx) => {
    const { decisionId } = params;
    if (!(await findDecision(tx, decisionId)) || !(await isFile(tx, body.fileId))) return refuse("not_found");
    if (!(await mayAdd(tx, actor, decisionId))) return refuse("outside_jurisdiction");
    const position = await writeScan(tx, {
      decisionId,
      fileId: body.fileId,
      addedBy: actor.accountId,
      now,
    });
    return position === undefined ? refuse("scan_known") : done({ decisionId, position });
  }),
);

/** Takes back a scan that was added by mistake; two who do so at once: one wins, the other is told. */
export const withdrawDecisionScanRoute = bind(withdrawDecisionScan, ({ params, body, actor, now, write }) =>
  write(async (tx) => {
    const { decisionId, fileId } = params;
    const scan = (await findAllScans(tx, [decisionId])).find((one) => one.fileId === fileId);
    if (!scan) return refuse("not_found");
    if (!mayWithdraw(actor, scan)) return refuse("scan_of_another");
    const written = await writeScanWithdrawal(tx, {
      decisionId,
      position: scan.position,
      withdrawnBy: actor.accountId,
      reason: body.reason.trim(),
      now,
    });
    return written ? done({}) : refuse("scan_withdrawn");
  }),
);

/** The province keeps the scans of every decision, the head of a unit those of the decisions about the unit. */
async function mayAdd(tx: Tx, actor: Actor, decisionId: string): Promise<boolean> {
  if (actor.roles.includes("programmeOfficer")) return true;
  return isDecisionOf(tx, decisionId, [...actor.headOf.keys()]);
}

function mayWithdraw(actor: Actor, scan: { readonly addedById: string }): boolean {
  return actor.roles.includes("programmeOfficer") || scan.addedById === actor.accountId;
}
