import { readGuidance, recordGuidance, withdrawGuidance } from "#contract/guidance.ts";
import { GUIDANCE_UNDO_MS } from "#domain/mandate/guidance.ts";
import { addMilliseconds, localTime } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { decideRight } from "../ledgers/decide-right.ts";
import { writeGuidance } from "../ledgers/guidance-ledger.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";
import { findGuidance, withdrawLine } from "./store.ts";

/** What was guided at this counter today. */
export const readGuidanceRoute = bind(readGuidance, async ({ actor, reference, now, read }) => {
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const day = localTime(now).day;
  const asked = {
    counterId: seat.value.id,
    day,
    accountId: actor.accountId,
    since: addMilliseconds(now, -GUIDANCE_UNDO_MS),
  };
  const found = await read((tx) => findGuidance(tx, asked));
  const fields = [...reference.fieldNames].map(([code, name]) => ({ code, name }));
  return done({ day, ...found, fields: fields.toSorted((a, b) => a.name.localeCompare(b.name, "vi")) });
});

/** Records a guidance: an act like any other, by a right that is asked for and named. */
export const recordGuidanceRoute = bind(recordGuidance, async (context) => {
  const { actor, body, reference, now, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  const about = subjectOf(body, reference);
  if (!about.ok) return about;
  const { code, fieldCode } = about.value;
  return context.act(async (tx, _space, facts) => {
    const right = decideRight(facts, {
      act: "guide",
      accountId: actor.accountId,
      posts: actor.posts,
      unitId: counter.unit.id,
      counterId: counter.id,
      dossierId: null,
      decidingAgencyId: counter.unit.agencyId,
      procedure: { code: code ?? "", fieldCode },
      now,
      preparedBy: null,
    });
    if (!right.ok) return right;
    const id = deps.newId();
    await writeGuidance(tx, {
      id,
      accountId: actor.accountId,
      unitId: counter.unit.id,
      counterId: counter.id,
      fieldCode,
      procedureCode: code,
      minutes: body.minutes,
      outcome: body.outcome,
      basis: right.value,
      mandateEpoch: facts.epoch,
      now,
    });
    return done({ guidanceId: id });
  });
});

type Form = { readonly procedureCode?: string; readonly fieldCode?: string };

/** A procedure brings its field, also one that is not in force any more: people ask for what was. */
function subjectOf(
  { procedureCode, fieldCode }: Form,
  reference: Reference,
): Result<
  { readonly code: string | null; readonly fieldCode: string },
  "unknown_procedure" | "guidance_subject_missing"
> {
  if (procedureCode !== undefined) {
    const newest = newestVersion(reference, procedureCode);
    return newest
      ? done({ code: procedureCode, fieldCode: newest.content.fieldCode })
      : refuse("unknown_procedure", { code: procedureCode });
  }
  return fieldCode !== undefined && reference.fieldNames.has(fieldCode)
    ? done({ code: null, fieldCode })
    : refuse("guidance_subject_missing");
}

/** Takes a line back that was a slip. The row stays, and counts no more. */
export const withdrawGuidanceRoute = bind(withdrawGuidance, ({ actor, params, now, write }) =>
  write(async (tx) => {
    const asked = {
      id: params.guidanceId,
      accountId: actor.accountId,
      since: addMilliseconds(now, -GUIDANCE_UNDO_MS),
      now,
    };
    return (await withdrawLine(tx, asked)) ? done({}) : refuse("not_found");
  }),
);
