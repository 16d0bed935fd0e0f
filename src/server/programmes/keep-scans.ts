import { addDecisionScan, listDecisionScans } from "#contract/basis.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findScans, scanView, writeScan } from "../ledgers/decision-scans.ts";
import { findDecision } from "../ledgers/mandate-decision.ts";
import { isFile } from "./store.ts";

export const listDecisionScansRoute = bind(listDecisionScans, ({ params, read }) =>
  read(async (tx) => {
    if (!(await findDecision(tx, params.decisionId))) return refuse("not_found");
    return done({ scans: (await findScans(tx, [params.decisionId])).map(scanView) });
  }),
);

/** Adds a kept file to the scans of a decision, whoever named the decision. */
export const addDecisionScanRoute = bind(addDecisionScan, ({ params, body, actor, now, write }) =>
  write(async (tx) => {
    const { decisionId } = params;
    if (!(await findDecision(tx, decisionId)) || !(await isFile(tx, body.fileId))) return refuse("not_found");
    const position = await writeScan(tx, {
      decisionId,
      fileId: body.fileId,
      addedBy: actor.accountId,
      now,
    });
    return position === undefined ? refuse("scan_known") : done({ decisionId, position });
  }),
);
