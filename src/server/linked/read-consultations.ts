import { listConsultations, listConsultedAgencies } from "#contract/linked.ts";
import { isPastAnswerDay } from "#domain/dossier/consultation.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { standsOn } from "#domain/unit/place.ts";
import { bind } from "../http/context.ts";
import { questionOf } from "../ledgers/consultation-ledger.ts";
import { countOpen, findOpen, findOver } from "./store.ts";

/** What this person's agencies were asked. The dossiers themselves are read one by one, each by virtue of its question. */
export const listConsultationsRoute = bind(
  listConsultations,
  async ({ actor, deps, now, query, read, reference }) => {
    const agencies = actor.posts.flatMap(({ agencyId }) =>
      agencyId === null ? [] : reference.lineOf(agencyId),
    );
    const nameOf = (id: string) => reference.agencies.get(id)?.name ?? "";
    const find = query.show === "open" ? findOpen : findOver;
    return read(async (tx) => {
      const { rows, next } = await find(tx, agencies, query.after);
      return done({
        consultations: rows.map(({ id, question_sealed, agencyId, askingAgencyId, ...row }) => ({
          ...row,
          consultationId: id,
          agencyName: nameOf(agencyId),
          askingAgency: nameOf(askingAgencyId),
          question: questionOf(deps.ring, { id, question_sealed }),
          overdue: row.state === "open" && isPastAnswerDay({ answerBy: plainDate(row.answerBy) }, now),
        })),
        next,
        open: await countOpen(tx, agencies),
      });
    });
  },
);

const byName = new Intl.Collator("vi");

/** Agencies of the actor's province that stand today, in the order of the alphabet. */
export const listConsultedAgenciesRoute = bind(listConsultedAgencies, async ({ actor, now, reference }) => {
  const today = localTime(now).day;
  const agencies = [...reference.agencies.values()]
    .filter((agency) => standsOn(agency, today) && reference.spaceOf.get(agency.id)?.id === actor.space?.id)
    .map(({ id, name }) => ({ agencyId: id as string, name }))
    .toSorted((one, other) => byName.compare(one.name, other.name));
  return done({ agencies });
});
