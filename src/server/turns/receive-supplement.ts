import { PAPERS_MAX, receiveSupplement } from "#contract/turns.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Deps } from "../deps.ts";
import { type Context, bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { dueAfter } from "../ledgers/deadline.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import { itemRows } from "../ledgers/dossier-rows.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { turnDossier } from "./turn-dossier.ts";

/** Papers of a supplement stand behind those of the intake, one supplement behind the other. */
const FIRST_POSITION = 500;

/**
 * Takes in what was asked for, at a counter, into its hands: the limit begins anew from here (NĐ 61/2018 Điều 19.4).
 * By a clerk whose acts are confirmed the date counts from here all the same, and the supplement waits.
 *
 * @rule SUPPLEMENT-01
 */
export const receiveSupplementRoute = bind(receiveSupplement, (context) => {
  const { actor, body, deps, now, reference } = context;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "supplement", note: body.note }, async (dossier, act, right) => {
      const seat = counterOf(actor);
      if (!seat.ok) return seat;
      if (seat.value.unit.id !== reference.heirOf(dossier.received_at_unit_id))
        return refuse("outside_jurisdiction");
      if (saysNothing(body)) return refuse("supplement_empty");
      const type = right.awaitsConfirmation ? "dossier.supplementTakenIn" : "dossier.supplemented";
      const due = await dueAfter(tx, reference, dossier, { type, at: now });
      if (!due.ok) return due;
      const holder = { kind: "counter", id: seat.value.id } as const;
      return done({
        event: () => dossierEvent(type, { dueAt: due.value.dueAt }),
        due: due.value,
        rows: paperRows(deps, act, body.papers, holder, dossier),
      });
    }),
  );
});

type Body = Context<typeof receiveSupplement>["body"];

/** A line without any original or copy is no paper, and no paper without words is no supplement. */
function saysNothing({ papers, note }: Body): boolean {
  if (papers.some(({ originals, copies }) => originals + copies === 0)) return true;
  return papers.length === 0 && !note?.trim();
}

function paperRows(
  deps: Deps,
  act: ActRecord,
  papers: Body["papers"],
  holder: Holder,
  { supplements, version }: DossierRecord,
): Rows {
  const first = FIRST_POSITION + supplements * PAPERS_MAX;
  const made = papers.map((paper, index) => {
    const item = { ...paper, kind: "paper", paperId: null, shown: false, note: null } as const;
    return itemRows(deps, act, item, first + index, holder, version + 1);
  });
  return { item: made.map(({ item }) => item), custody_entry: made.flatMap(({ birth }) => birth) };
}
