import { randomBytes } from "node:crypto";
import { makeContainer } from "#contract/containers.ts";
import { containerCode, readContainerCode } from "#domain/custody/container.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { bearContainer, recordCustodyAct } from "../ledgers/custody-acts.ts";
import { holderOf } from "../ledgers/things.ts";
import { actWithThings } from "./act-with-things.ts";

/** A packet or bag by the code of its label. Labels may be printed before: then the scanned code is its code. */
export const makeContainerRoute = bind(makeContainer, (context) => {
  const { actor, body, deps, now, reference } = context;
  return actWithThings(context, async ({ tx, space, custodian }) => {
    const read = body.code === undefined ? null : readContainerCode(body.code);
    if (body.code !== undefined && read?.kind !== body.kind) return refuse("container_code_unreadable");
    const own: Holder = { kind: "person", id: asId(actor.accountId) };
    const holder = body.holder ? holderOf(body.holder.kind, body.holder.id) : own;
    if (!custodian.answers(holder)) return refuse("not_holder");
    const places = await placesOfHolder(tx, holder, { reference, space, now });
    const scope = [...new Set([...places, ...(places.length === 0 ? actor.places.slice(0, 1) : [])])];
    const act = { id: deps.newId(), type: "made", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    const containerId = deps.newId();
    const code = read?.code ?? containerCode(body.kind, randomBytes(8));
    const made = await bearContainer(tx, act, { id: containerId, kind: body.kind, code, holder, scope });
    return made ? done({ containerId, code }) : refuse("container_code_used");
  });
});
