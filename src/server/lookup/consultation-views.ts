import type { ConsultationView } from "#contract/linked.ts";
import { isPastAnswerDay } from "#domain/dossier/consultation.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Words } from "../ledgers/basis-title.ts";
import { type ConsultationRecord, answerOf, questionOf } from "../ledgers/consultation-ledger.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { rightToMove } from "../ledgers/move-dossier.ts";
import { permitView } from "../ledgers/permit-view.ts";
import type { Reference } from "../units/reference.ts";
import { type PagePart, basesOf } from "./page-part.ts";
import type { PageRows } from "./page-store.ts";

/** Who reads, and by what. */
interface Reading {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly facts: MandateFacts;
  readonly now: Instant;
  readonly reference: Reference;
}

/** The questions to other agencies with their answers, and what this person may do about those that are open. */
export function consultationsOfPage(reading: Reading, page: PageRows): PagePart<ConsultationView[]> {
  const asked = (page.consultations as readonly ConsultationRecord[]).map((row) => ({
    row,
    rights: rightsOf(reading, page, row),
  }));
  return {
    bases: asked.flatMap(({ rights }) => basesOf(rights)),
    accountIds: asked.flatMap(({ row }) => [row.asked_by, row.answered_by]),
    view: (words) => asked.map(({ row, rights }) => consultationView(reading, row, rights, words)),
  };
}

type Rights = ReturnType<typeof rightsOf>;

function consultationView(
  { deps, now, reference }: Reading,
  row: ConsultationRecord,
  rights: Rights,
  { titleOf, nameOf }: Words,
): ConsultationView {
  const answer = answerOf(deps.ring, row);
  return {
    consultationId: row.id,
    agencyId: row.agency_id,
    agencyName: reference.agencies.get(row.agency_id)?.name ?? "",
    state: row.state,
    question: questionOf(deps.ring, row),
    askedBy: nameOf(row.asked_by) ?? "",
    askedAt: row.asked_at,
    answerBy: row.answer_by,
    overdue: row.state === "open" && isPastAnswerDay({ answerBy: plainDate(row.answer_by) }, now),
    answer:
      answer && row.answered_at
        ? { ...answer, by: nameOf(row.answered_by) ?? "", at: row.answered_at }
        : null,
    acts: rights.map(({ act, right }) => ({ act, permit: permitView(right, titleOf) })),
  };
}

function rightsOf(
  { actor, facts, now, reference }: Reading,
  { dossier }: PageRows,
  { state, agency_id }: ConsultationRecord,
) {
  if (state !== "open") return [];
  const right = (move: Move, agencyId?: string) => rightToMove(actor, move, dossier, facts, now, agencyId);
  return [
    { act: "answer" as const, right: right("answerConsultation", reference.heirOf(agency_id)) },
    { act: "withdraw" as const, right: right("withdrawConsultation") },
  ];
}
