import { endContainer, openContainer, rewrapContainer, sealContainer } from "#contract/containers.ts";
import { readSeal } from "#domain/custody/container.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { moveThings, recordCustodyAct } from "../ledgers/custody-acts.ts";
import { isKept } from "../ledgers/custody-signature.ts";
import { recordCustodyTasks, settleTaskRow } from "../ledgers/custody-task.ts";
import { actWithThings } from "./act-with-things.ts";
import { countSheets } from "./count-sheets.ts";
import { type HeldContainer, containerInHand, contentsOf, isEmpty, openInHand } from "./load-container.ts";

/** A seal closes one container, once. */
async function freeSeal(tx: Tx, typed: string): Promise<Result<string, "seal_unreadable" | "seal_used">> {
  const seal = readSeal(typed);
  if (!seal.ok) return seal;
  const { rows } = await sql<{ used: boolean }>`select seal_used(${seal.value}) as used`.execute(tx);
  return rows[0]?.used === true ? refuse("seal_used") : seal;
}

/** Closes a container that holds something; the number of the seal was on none before. */
export const sealContainerRoute = bind(sealContainer, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const container = await openInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const { id, code, holder, scope } = container.value;
    const seal = await freeSeal(tx, body.seal);
    if (!seal.ok) return seal;
    if (await isEmpty(tx, id)) return refuse("container_empty");
    const act = { id: deps.newId(), type: "sealed", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    await moveThings(tx, act, [
      { thing: "container", id, type: "sealed", from: holder, to: holder, seal: seal.value },
    ]);
    return done({ containerId: id, code });
  });
});

/**
 * Breaks the seal. Whoever opens it reads its number first: another number is another seal, and somebody was there before.
 *
 * @rule CUSTODY-01
 */
export const openContainerRoute = bind(openContainer, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const container = await containerInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const { id, code, holder, scope, seal: recorded } = container.value;
    if (recorded === null) return refuse("container_open");
    const seal = readSeal(body.seal);
    if (!seal.ok) return seal;
    const differs = seal.value !== recorded;
    if (differs && !body.differs) return refuse("seal_differs");
    if (body.differs && !(await isKept(tx, actor.accountId, body.differs.photoFileId, "photo")))
      return refuse("file_missing");
    const act = { id: deps.newId(), type: "opened", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    await moveThings(tx, act, [
      { thing: "container", id, type: "opened", from: holder, to: holder, seal: recorded },
    ]);
    const tasks = body.differs
      ? [taskAbout(container.value, { id: deps.newId(), kind: "sealDiffers", ...body.differs })]
      : [];
    await recordCustodyTasks(
      tx,
      deps.ring,
      tasks.map((task) => ({ ...task, scanned: seal.value, foundAt: now })),
      { accountId: actor.accountId, now, scope },
    );
    return done({ containerId: id, code, taskId: tasks[0]?.id ?? null });
  });
});

/**
 * Closes a torn container anew, sealed or not, with what was found written down and photographed: the biên bản kiểm kê,
 * đóng gói lại of Thông tư 17/2017/TT-BTTTT Điều 11.2.
 *
 * @rule CUSTODY-01
 */
export const rewrapContainerRoute = bind(rewrapContainer, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const container = await containerInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const { id, code, holder, scope, seal: broken } = container.value;
    const seal = await freeSeal(tx, body.seal);
    if (!seal.ok) return seal;
    if (!(await isKept(tx, actor.accountId, body.photoFileId, "photo"))) return refuse("file_missing");
    const sheets = countSheets(await contentsOf(tx, id), body.counts ?? [], { newId: deps.newId, now });
    if (!sheets.ok) return sheets;
    const act = { id: deps.newId(), type: "rewrapped", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    const step = { thing: "container", id, from: holder, to: holder } as const;
    if (broken !== null) await moveThings(tx, act, [{ ...step, type: "opened", seal: broken }]);
    await moveThings(tx, act, [{ ...step, type: "sealed", seal: seal.value }]);
    const { note, photoFileId } = body;
    const task = taskAbout(container.value, { id: deps.newId(), kind: "torn", note, photoFileId });
    await settleTorn(context, tx, id);
    const tasks = [{ ...task, scanned: seal.value, foundAt: now }, ...sheets.value];
    await recordCustodyTasks(tx, deps.ring, tasks, { accountId: actor.accountId, now, scope });
    return done({ containerId: id, code, taskId: task.id, differing: sheets.value.length });
  });
});

/** That it was torn was noted when it changed hands: what was found now answers it. */
async function settleTorn(
  { actor, body, deps, now }: Context<typeof rewrapContainer>,
  tx: Tx,
  containerId: string,
): Promise<void> {
  const earlier = await tx
    .selectFrom("custody_task")
    .select("id")
    .where("thing_id", "=", containerId)
    .where("kind", "=", "torn")
    .where("settled_at", "is", null)
    .forUpdate()
    .execute();
  for (const { id } of earlier)
    await settleTaskRow(tx, deps.ring, id, { by: actor.accountId, now, words: body.note });
}

function taskAbout(
  { id: containerId }: HeldContainer,
  about: {
    readonly id: string;
    readonly kind: "sealDiffers" | "torn";
    readonly note: string;
    readonly photoFileId: string;
  },
) {
  const thing = { thing: "container", id: containerId } as const;
  return { ...about, thing, manifestId: null, signatureId: null, claimed: null };
}

/** Puts an empty container away: the chain ends, and its code is never used again. */
export const endContainerRoute = bind(endContainer, (context) => {
  const { actor, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const container = await openInHand(tx, custodian, params.containerId);
    if (!container.ok) return container;
    const { id, code, holder, scope } = container.value;
    if (!(await isEmpty(tx, id))) return refuse("container_not_empty");
    const act = { id: deps.newId(), type: "ended", actorId: actor.accountId, now, scope } as const;
    await recordCustodyAct(tx, act);
    await moveThings(tx, act, [{ thing: "container", id, type: "struck", from: holder, to: null }]);
    return done({ containerId: id, code });
  });
});
