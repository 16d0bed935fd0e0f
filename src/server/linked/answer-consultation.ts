import { answerConsultation, withdrawConsultation } from "#contract/linked.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import {
  type ConsultationRecord,
  closeConsultation,
  holdConsultation,
  loadReadable,
} from "../ledgers/consultation-ledger.ts";
import { holdDossier } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

const saidOf = ({ id, agency_id }: ConsultationRecord) => ({
  consultationId: id,
  agencyId: asId<never>(agency_id),
});

/**
 * The agency that was asked gives its opinion, once. Whoever of it may decide there may answer; the dossier that it is
 * about is seen by virtue of the question alone.
 */
export const answerConsultationRoute = bind(answerConsultation, (context) => {
  const { actor, body, deps, params, reference } = context;
  return context.act(async (tx, _space, facts) => {
    await loadReadable(tx, params.dossierId);
    // The dossier before the consultation, as everybody takes them.
    const dossier = await holdDossier(tx, params.dossierId);
    const asked = dossier && (await holdConsultation(tx, dossier.id, params.consultationId));
    if (!dossier || !asked) return refuse("not_found");
    if (asked.state !== "open") return refuse("consultation_over");
    const agencyId = reference.heirOf(asked.agency_id);
    const moving = {
      ...context,
      ...params,
      version: dossier.version,
      move: "answerConsultation",
      agencyId,
    } as const;
    const moved = await moveDossier<never>(tx, moving, facts, async (_dossier, act) => {
      const answer = { words: body.words.trim(), number: body.number?.trim() || null };
      await closeConsultation(tx, deps.ring, asked.id, {
        ...answer,
        by: actor.accountId,
        at: act.recordedAt,
      });
      return done({ event: dossierEvent("dossier.consultationAnswered", saidOf(asked)) });
    });
    return moved.ok ? done({ ...moved.value, dueAt: dossier.due_at, formIssueId: null }) : moved;
  });
});

/** Takes a question back that nobody has answered; the agency reads the dossier no longer. */
export const withdrawConsultationRoute = bind(withdrawConsultation, (context) => {
  const { body, deps, params } = context;
  const moving = {
    ...context,
    ...params,
    version: body.version,
    note: body.reason,
    move: "withdrawConsultation",
  } as const;
  return context.act(async (tx, _space, facts) => {
    let dueAt: string | null = null;
    const moved = await moveDossier(tx, moving, facts, async (dossier) => {
      dueAt = dossier.due_at;
      const asked = await holdConsultation(tx, dossier.id, params.consultationId);
      if (!asked) return refuse("not_found");
      if (asked.state !== "open") return refuse("consultation_over");
      await closeConsultation(tx, deps.ring, asked.id, null);
      return done({ event: dossierEvent("dossier.consultationWithdrawn", saidOf(asked)) });
    });
    return moved.ok ? done({ ...moved.value, dueAt, formIssueId: null }) : moved;
  });
});
