import { unpackThings } from "#contract/containers.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { moveThings, nameDossierOf, recordCustodyAct } from "../ledgers/custody-acts.ts";
import { recordCustodyTasks } from "../ledgers/custody-task.ts";
import { actWithThings } from "./act-with-things.ts";
import { countSheets } from "./count-sheets.ts";
import { contentsOf, openInHand } from "./load-container.ts";

/**
 * Out of an open container, into the hands that the container is in. The sheets that come out are those that went in;
 * who counts otherwise says so, and a person finds out.
 *
 * @rule CUSTODY-01
 */
export const unpackThingsRoute = bind(unpackThings, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const container = await openInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const { id, holder, scope } = container.value;
    const contents = await contentsOf(tx, id);
    const wanted = body.things?.map((ref) => ref.id);
    if (wanted && new Set(wanted).size < wanted.length) return refuse("thing_named_twice");
    const out = wanted ? contents.filter((thing) => wanted.includes(thing.id)) : contents;
    if (wanted && out.length < wanted.length) return refuse("thing_not_inside");
    const tasks = countSheets(out, body.counts ?? [], { newId: deps.newId, now });
    if (!tasks.ok) return tasks;
    const act = { id: deps.newId(), type: "unpacked", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    const from: Holder = { kind: "container", id };
    await moveThings(
      tx,
      act,
      out.map(({ thing, id: thingId, originals, copies }) => {
        const sheets = thing === "item" ? { originals, copies } : {};
        return { thing, id: thingId, type: "unpacked", from, to: holder, ...sheets };
      }),
    );
    await nameDossierOf(tx, id);
    await recordCustodyTasks(tx, deps.ring, tasks.value, { accountId: actor.accountId, now, scope });
    return done({ containerId: id, unpacked: out.length, tasks: tasks.value.length });
  });
});
