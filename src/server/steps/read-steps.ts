import { listStepPeople, listSteps } from "#contract/steps.ts";
import { STEP_ROLES } from "#domain/dossier/internal-procedure.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { bind } from "../http/context.ts";
import {
  CURSOR_ID,
  CURSOR_MOMENT,
  CURSOR_TEXT,
  PAGE_ROWS,
  packCursor,
  unpackCursor,
} from "../http/cursor.ts";
import type { Actor } from "../ledgers/actor.ts";
import { loadReadable } from "../ledgers/consultation-ledger.ts";
import { loadSteps, placeOfStep } from "../ledgers/step-ledger.ts";
import type { Reference } from "../units/reference.ts";
import { type StepFilter, type StepPlace, type StoredStep, findOpenSteps, findStepPeople } from "./store.ts";

/** People who may be given a step: of its role, at its place, today. */
export const listStepPeopleRoute = bind(listStepPeople, (context) => {
  const { actor, now, params, query, reference } = context;
  return context.read(async (tx) => {
    const { dossierId, key } = params;
    const dossier = await loadReadable(tx, dossierId);
    if (!dossier) return refuse("not_found");
    const steps = await loadSteps(tx, dossierId);
    const planned = steps?.procedure.steps.find((step) => step.key === key);
    if (!planned) return refuse("step_unknown");
    const placeId = reference.heirOf(placeOfStep(planned, dossier));
    const where = { role: planned.role, placeIds: reference.lineOf(placeId), today: localTime(now).day };
    const words = searchKey(query.q ?? "").split(" ");
    const found = (await findStepPeople(tx, where)).filter(({ name }) =>
      words.every((word) => searchKey(name).includes(word)),
    );
    const place = placeName(reference, placeId);
    return done({
      people: found.map((person) => ({ ...person, place, isMe: person.accountId === actor.accountId })),
    });
  });
});

/** Open steps of a person, or of the roles and places of the person's posts. */
export const listStepsRoute = bind(listSteps, (context) => {
  const { actor, query, reference } = context;
  const filter = query.list === "mine" ? { holderId: actor.accountId } : ofPosts(actor, reference);
  return context.read(async (tx) => {
    const rows = await findOpenSteps(tx, filter, placeOf(query.after));
    const steps = rows.slice(0, PAGE_ROWS);
    const last = steps.at(-1);
    const more = last !== undefined && rows.length > PAGE_ROWS;
    return done({
      steps: steps.map(({ placeId, ...row }) => ({ ...row, place: placeName(reference, placeId) })),
      next: more ? packCursor([last.dueAt ?? "infinity", last.dossierId, last.key]) : null,
    });
  });
});

function ofPosts({ posts }: Actor, { lineOf }: Reference): StepFilter {
  return {
    posts: posts
      .filter(({ role }) => STEP_ROLES.some((able) => able === role))
      .map(({ role, unitId, agencyId }) => ({ role, placeIds: lineOf(unitId ?? agencyId ?? "") })),
  };
}

function placeOf(cursor: string | undefined): StepPlace | undefined {
  const parts = unpackCursor(cursor, [
    (text) => text === "infinity" || CURSOR_MOMENT(text),
    CURSOR_ID,
    CURSOR_TEXT,
  ]);
  if (!parts) return undefined;
  const [dueAt = "", dossierId = "", key = ""] = parts;
  return { dueAt: dueAt === "infinity" ? dueAt : (instant(dueAt) satisfies Instant), dossierId, key };
}

function placeName({ units, agencies }: Reference, placeId: StoredStep["placeId"]): string {
  return units.get(placeId)?.name ?? agencies.get(placeId)?.name ?? "";
}
