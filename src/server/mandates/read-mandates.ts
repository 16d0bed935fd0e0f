import { listActsUnder, listMandates, readMandate } from "#contract/mandates.ts";
import { findOverlaps } from "#domain/mandate/compare-mandates.ts";
import {
  MANDATE_MOVES,
  type MandateMove,
  mandateMovesFrom,
  moveMandate,
} from "#domain/mandate/mandate-life.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { mayTouchUnit, unitsTouched } from "./mandate-act.ts";
import {
  type StoredMandate,
  countActsUnder,
  findActsUnder,
  findMandates,
  loadComparedMandates,
  loadHistory,
  loadMandate,
} from "./mandate-store.ts";
import { fieldOf } from "./mandate-world.ts";
import { mayMove } from "./move-mandate.ts";

export const listMandatesRoute = bind(listMandates, async ({ query, actor, reference, read }) => {
  const filter = {
    unitIds: query.unitId === undefined ? undefined : reference.lineOf(reference.heirOf(query.unitId)),
    status: query.status,
    asOf: query.asOf === undefined ? undefined : plainDate(query.asOf),
    phaseId: query.phaseId,
    wholeOf: unitsTouched(actor),
    after: query.after,
  };
  return done(await read((tx) => findMandates(tx, reference, filter)));
});

export const readMandateRoute = bind(readMandate, async (context) => {
  const { params, reference, actor } = context;
  const found = await context.read(async (tx) => {
    const stored = await loadMandate(tx, reference, params.mandateId);
    if (!stored) return undefined;
    const { unit, decision, id } = stored.row;
    const whole = mayTouchUnit(actor, unit.id);
    // What was decided is for everybody who deals with mandates; what is only thought of is the unit's own.
    if (!whole && decision === null) return undefined;
    const history = await loadHistory(tx, id);
    return {
      stored,
      whole,
      history: whole ? history : history.map((event) => ({ ...event, reason: "" })),
      compared: whole ? await loadComparedMandates(tx, reference, unit.id, NOT_OVER, id) : [],
      acts: whole ? await countActsUnder(tx, id) : 0,
    };
  });
  if (!found) return refuse("not_found");
  const { stored, whole, history, compared, acts } = found;
  const { id } = stored.row;
  const overlaps = findOverlaps(compared, fieldOf(reference))
    .filter(({ ids }) => ids.includes(id))
    .map(({ ids, tasks, fieldCodes, procedureCodes, ...overlap }) => ({
      ...overlap,
      mandateId: ids[0] === id ? ids[1] : ids[0],
      tasks: [...tasks],
      fieldCodes: [...fieldCodes],
      procedureCodes: [...procedureCodes],
    }));
  const moves = whole ? movesFor(context, stored) : [];
  return done({ mandate: stored.row, whole, history, overlaps, acts, moves });
});

/** Statuses in which a mandate still has something to say to others. */
const NOT_OVER = ["drafted", "proposed", "approved", "inForce", "suspended"] as const;

/** The buttons of a mandate: each move that its status allows, with what would stop this person whatever is typed. */
function movesFor(
  { actor, now }: Pick<Parameters<Parameters<typeof bind<typeof readMandate>>[1]>[0], "actor" | "now">,
  stored: StoredMandate,
) {
  const allowed = mandateMovesFrom(stored.row.status);
  return MANDATE_MOVES.filter((move) => allowed.includes(move)).map((move) => {
    return { move, refusal: refusalToDecide({ actor, now }, stored, move) };
  });
}

/** What would stop this person from such a move, whatever is typed; null when nothing stands in the way. */
export function refusalToDecide(
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  { row, draftedBy }: StoredMandate,
  move: MandateMove,
) {
  if (!mayMove(actor, move) || !mayTouchUnit(actor, row.unit.id)) return "permission_missing" as const;
  const tried = moveMandate({
    status: row.status,
    move,
    actorId: actor.accountId,
    draftedBy,
    validTo: row.validTo === null ? null : plainDate(row.validTo),
    today: localTime(now).day,
    decisionId: "to be named",
    reason: "to be written",
  });
  return tried.ok ? null : tried.code;
}

/** Every act under a mandate: for the province, and for the head of the unit where they were done. */
export const listActsUnderRoute = bind(listActsUnder, ({ actor, params, query, reference, read }) =>
  read(async (tx) => {
    const stored = await loadMandate(tx, reference, params.mandateId);
    if (!stored) return refuse("not_found");
    if (!mayTouchUnit(actor, stored.row.unit.id)) return refuse("outside_jurisdiction");
    return done(await findActsUnder(tx, params.mandateId, query.after));
  }),
);
