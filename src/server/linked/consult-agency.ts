import { consultAgency } from "#contract/linked.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { tellableDay } from "#domain/dossier/tellable-day.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { loadConsultations, sealQuestion } from "../ledgers/consultation-ledger.ts";
import { calendarOf } from "../ledgers/deadline.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import type { Agency, Reference } from "../units/reference.ts";

/**
 * Asks another agency of the province for its opinion. The time limit runs on; the asked agency may read the dossier as
 * long as it is asked, and afterwards if it has answered.
 */
export const consultAgencyRoute = bind(consultAgency, (context) => {
  const { actor, body, deps, now, params, reference } = context;
  const consultationId = deps.newId();
  const moving = { ...context, ...params, version: body.version, move: "consult" } as const;
  return context.act(async (tx, space, facts) => {
    let dueAt: string | null = null;
    const moved = await moveDossier(tx, moving, facts, async (dossier, act) => {
      const told = tellableDay(plainDate(body.answerBy), {
        today: localTime(now).day,
        calendar: calendarOf(reference, dossier).calendar,
        tellableDays: deps.turns.tellableDays,
      });
      if (!told.ok) return told;
      const asked = await askable(
        tx,
        reference,
        { spaceId: space.id, today: localTime(now).day },
        dossier,
        body.agencyId,
      );
      if (!asked.ok) return asked;
      const agencyId = asked.value.id;
      dueAt = dossier.due_at;
      const scope = [...new Set([...act.scope, agencyId as string])];
      return done({
        event: dossierEvent("dossier.consulted", {
          consultationId,
          agencyId,
          answerBy: plainDate(body.answerBy),
        }),
        rows: {
          consultation: [
            {
              id: consultationId,
              dossier_id: dossier.id,
              asked_seq: dossier.version + 1,
              agency_id: agencyId,
              asking_agency_id: reference.heirOf(dossier.deciding_agency_id),
              code: dossier.code,
              procedure_name: dossier.procedure_name,
              state: "open",
              answer_by: plainDate(body.answerBy),
              question_sealed: sealQuestion(deps.ring, consultationId, body.question.trim()),
              asked_by: actor.accountId,
              asked_at: act.recordedAt,
              answer_sealed: null,
              answered_by: null,
              answered_at: null,
              scope,
            },
          ],
        },
      });
    });
    return moved.ok ? done({ ...moved.value, dueAt, formIssueId: null, consultationId }) : moved;
  });
});

type AskRefusal = "consultation_agency_unknown" | "consultation_own_agency" | "consultation_asked_already";

/** The agency as it stands today, when it can be asked about this dossier. */
async function askable(
  tx: Tx,
  reference: Reference,
  { spaceId, today }: { readonly spaceId: string; readonly today: Parameters<typeof standsOn>[1] },
  dossier: DossierRecord,
  agencyId: string,
): Promise<Result<Agency, AskRefusal>> {
  const agency = reference.agencies.get(agencyId);
  const isHere = agency && standsOn(agency, today) && reference.spaceOf.get(agencyId)?.id === spaceId;
  if (!isHere) return refuse("consultation_agency_unknown");
  if (reference.heirOf(dossier.deciding_agency_id) === agencyId) return refuse("consultation_own_agency");
  const earlier = await loadConsultations(tx, dossier.id);
  const open = earlier.find(({ state, agency_id }) => state === "open" && agency_id === agencyId);
  return open ? refuse("consultation_asked_already", { answerBy: open.answer_by }) : done(agency);
}
