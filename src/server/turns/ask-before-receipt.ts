import { askBeforeReceipt, refuseIntake } from "#contract/lodging.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { orderForm } from "./form-of.ts";
import { turnDossier } from "./turn-dossier.ts";

/**
 * Asks once more for what is missing of a dossier that was lodged (Mẫu 02). The law's one request counts from the
 * receipt on: before it the counter says what it still needs.
 *
 * @rule INTAKE-02
 */
export const askBeforeReceiptRoute = bind(askBeforeReceipt, (context) => {
  const { papers, reason } = context.body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "askBeforeReceipt", note: reason }, async (dossier, act) => {
      const content = { papers, reason, answerBy: null, legalBasis: null };
      return done({
        event: (formIssueId) => dossierEvent("dossier.supplementAskedBeforeReceipt", { formIssueId }),
        form: orderForm(context, dossier, act, "mau02", content),
      });
    }),
  );
});

/**
 * Does not receive what was lodged, and says why (Mẫu 03): a civil servant's act.
 *
 * @rule INTAKE-02
 */
export const refuseIntakeRoute = bind(refuseIntake, (context) => {
  const { reason } = context.body;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "refuseIntake", note: reason }, async (dossier, act) =>
      done({
        event: (formIssueId) => dossierEvent("dossier.intakeRefused", { formIssueId }),
        form: orderForm(context, dossier, act, "mau03", { reason }),
      }),
    ),
  );
});
