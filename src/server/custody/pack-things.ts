import { packThings } from "#contract/containers.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { moveThings, nameDossierOf, recordCustodyAct } from "../ledgers/custody-acts.ts";
import { joinPacket } from "../ledgers/shipment-packet.ts";
import { lockThings, takeInHand } from "../ledgers/things.ts";
import { actWithThings } from "./act-with-things.ts";
import { openInHand } from "./load-container.ts";

/**
 * Into an open container, from wherever the person who packs answers for.
 *
 * @rule CUSTODY-01
 */
export const packThingsRoute = bind(packThings, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    // Container and things in one order: two who pack into what the other packs must not wait for each other in a circle.
    await lockThings(tx, [{ thing: "container", id: params.containerId }, ...body.things]);
    const container = await openInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const things = await takeInHand(tx, custodian, body.things);
    if (!things.ok) return things;
    const { id, kind, scope } = container.value;
    if (things.value.some((thing) => thing.id === id)) return refuse("thing_named_twice");
    if (kind === "packet" && things.value.some((thing) => thing.kind === "bag"))
      return refuse("bag_in_packet");
    const act = { id: deps.newId(), type: "packed", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    const to: Holder = { kind: "container", id };
    const moves = things.value.flatMap(({ holder, thing, id: thingId, originals, copies }) => {
      const sheets = thing === "item" ? { originals, copies } : {};
      return holder === null
        ? []
        : [{ thing, id: thingId, type: "packed" as const, from: holder, to, ...sheets }];
    });
    await moveThings(tx, act, moves);
    await nameDossierOf(tx, id);
    if (kind === "packet") await joinPacket(tx, { packetId: id });
    return done({ containerId: id, packed: moves.length });
  });
});
