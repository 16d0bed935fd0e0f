import { type Permit, previewIntake } from "#contract/catalogue.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { intakeDueDate } from "#domain/dossier/receive-dossier.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import { permitView } from "../ledgers/permit-view.ts";
import { calendarOf } from "./receive-dossier.ts";

/** Asked before anything is typed: by which decision this clerk may take the procedure in, and for which day. */
export const previewIntakeRoute = bind(
  previewIntake,
  async ({ actor, reference, params, query, now, mandates, read }) => {
    const seat = counterOf(actor);
    if (!seat.ok) return seat;
    const counter = seat.value;
    const today = localTime(now).day;
    const version = validVersion(reference.versionsByCode.get(params.code) ?? [], today);
    if (!version.ok) return version;
    const { content } = version.value;
    const agency = decidingAgency({
      ...content,
      unitAgencyId: counter.unit.agencyId,
      competences: reference.competences,
      day: today,
    });
    const right: Result<Right, string> = decideRight(await mandates(), {
      act: "receive",
      accountId: actor.accountId,
      posts: actor.posts,
      unitId: counter.unit.id,
      counterId: counter.id,
      dossierId: null,
      decidingAgencyId: agency.ok ? agency.value : counter.unit.agencyId,
      procedure: content,
      now,
      preparedBy: null,
    });
    const permit = await read(
      async (tx): Promise<Permit> => permitView(right, await basisTitles(tx, right.ok ? [right.value] : [])),
    );
    const due = intakeDueDate(
      { channel: query.channel ?? "direct", case: query.case },
      { content, ...calendarOf(reference, counter), now },
    );
    return done({
      permit,
      dueAt: due.ok ? (due.value.due.dueAt as string) : null,
      provisional: due.ok && due.value.due.provisional,
      explanation: due.ok ? due.value.due.explanation : null,
      dueRefusal: due.ok ? null : due.code,
    });
  },
);
