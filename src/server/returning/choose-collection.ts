import { chooseCollection, takeOverResult } from "#contract/collection.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { passResults, unlessAway } from "../ledgers/custody-ledger.ts";
import { resultUnits } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { unlessPart } from "../ledgers/part-ledger.ts";
import { chosenCollection } from "../units/units-of-province.ts";

/**
 * Records that the citizen fetches the result at another unit of the province. The unit that received the dossier says
 * so, at any time until the result is handed over; a result that lies elsewhere by then is taken over anew.
 *
 * @rule RETURN-02
 */
export const chooseCollectionRoute = bind(chooseCollection, async (context) => {
  const { actor, body, reference, now } = context;
  const { unitId, version, note } = body;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const moving = { ...context, ...context.params, version, note, move: "chooseCollection" } as const;
  return context.act((tx, _space, facts) =>
    moveDossier(tx, moving, facts, async (dossier) => {
      const { receivedAt, collectedAt } = resultUnits(dossier);
      const home = reference.units.get(reference.heirOf(receivedAt));
      invariant(home, "the receiving unit of a dossier is there");
      if (seat.value.unit.id !== home.id) return refuse("outside_jurisdiction");
      const alone = await unlessPart(tx, dossier);
      if (!alone.ok) return alone;
      if (dossier.return_method !== "counter") return refuse("collection_not_at_counter");
      const chosen = chosenCollection(reference, home, unitId, localTime(now).day);
      if (!chosen.ok) return chosen;
      if (chosen.value === reference.heirOf(collectedAt)) return refuse("collection_there_already");
      return done({ event: dossierEvent("dossier.collectionChosen", { unitId: chosen.value }) });
    }),
  );
});

/**
 * The unit where a result is fetched takes it over from the one that has it: from then on it answers for it, and can
 * return it. With an interlinked dossier the results of its parts come along.
 *
 * @rule RETURN-02
 */
export const takeOverResultRoute = bind(takeOverResult, async (context) => {
  const { actor, body, reference } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const { unit } = seat.value;
  const moving = { ...context, ...context.params, ...body, move: "takeOverResult" } as const;
  return context.act((tx, _space, facts) =>
    moveDossier(tx, moving, facts, async (dossier, act) => {
      const { collectedAt, resultAt } = resultUnits(dossier);
      if (reference.heirOf(collectedAt) !== unit.id) return refuse("outside_jurisdiction");
      const alone = await unlessPart(tx, dossier);
      if (!alone.ok) return alone;
      if (reference.heirOf(resultAt) === unit.id) return refuse("result_here_already");
      const atHand = await unlessAway(tx, dossier.id, "result");
      if (!atHand.ok) return atHand;
      const to = { kind: "unit", id: asId<never>(unit.id) } as const;
      return done({
        event: dossierEvent("dossier.resultTakenOver", { unitId: unit.id }),
        rows: await passResults(tx, act, dossier.version + 1, to),
      });
    }),
  );
});
