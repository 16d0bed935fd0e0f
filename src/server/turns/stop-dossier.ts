import { askWithdrawal, decideWithdrawal, sendToDesk, stopDossier } from "#contract/turns.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { unlessPart } from "../ledgers/part-ledger.ts";
import { orderNewerForm } from "./form-of.ts";
import { turnDossier } from "./turn-dossier.ts";

/** Notes that the citizen asks to have the dossier back; the clock runs on until somebody has looked. */
export const askWithdrawalRoute = bind(askWithdrawal, (context) =>
  context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "askWithdrawal", note: context.body.reason }, async (dossier) => {
      const alone = await unlessPart(tx, dossier);
      if (!alone.ok) return alone;
      return done({ event: () => dossierEvent("dossier.withdrawalAsked", {}) });
    }),
  ),
);

/**
 * The one-stop unit looks whether anything has been decided: if not, the dossier ends with a notice (Mẫu 05), else it
 * goes on from where it was (TT 03/2025/TT-VPCP Điều 7, NĐ 118/2025/NĐ-CP Điều 21).
 */
export const decideWithdrawalRoute = bind(decideWithdrawal, (context) => {
  const { accept, reason } = context.body;
  const move = accept ? "acceptWithdrawal" : "declineWithdrawal";
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move, note: reason }, async (dossier, act) => {
      if (!accept) return done({ event: () => dossierEvent("dossier.withdrawalDeclined", {}) });
      const form = orderNewerForm(context, dossier, act, "mau05", { reason, onRequest: true });
      if (!form.ok) return form;
      return done({
        event: (formIssueId) => dossierEvent("dossier.withdrawalAccepted", { formIssueId }),
        form: form.value,
      });
    }),
  );
});

/** The agency cannot go on, without anybody's asking; whoever approves answers for it, with a notice (Mẫu 05). */
export const stopDossierRoute = bind(stopDossier, (context) => {
  const { reason } = context.body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "stop", note: reason }, async (dossier, act) => {
      const form = orderNewerForm(context, dossier, act, "mau05", { reason, onRequest: false });
      if (!form.ok) return form;
      return done({
        event: (formIssueId) => dossierEvent("dossier.stopped", { formIssueId }),
        form: form.value,
      });
    }),
  );
});

/** The agency gives a dossier back to the desk before anybody has taken it. */
export const sendToDeskRoute = bind(sendToDesk, (context) =>
  context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "sendToDesk", note: context.body.reason }, async () =>
      done({ event: () => dossierEvent("dossier.sentToDesk", {}) }),
    ),
  ),
);
