import { settleCustodyTask } from "#contract/custody-places.ts";
import { maySettle } from "#domain/custody/difference.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { actWithThings } from "./act-with-things.ts";
import { originOfTask, settleTaskRow } from "../ledgers/custody-task.ts";

/**
 * Somebody says in words what came of a difference. Once: what was found out is not written over; and not whoever caused it.
 *
 * @rule HANDOVER-01
 */
export const settleCustodyTaskRoute = bind(settleCustodyTask, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx }) => {
    const task = await tx
      .selectFrom("custody_task")
      .select("settled_at")
      .where("id", "=", params.taskId)
      .forUpdate()
      .executeTakeFirst();
    if (!task) return refuse("not_found");
    if (task.settled_at !== null) return refuse("task_settled");
    if (!maySettle(await originOfTask(tx, params.taskId), actor.accountId)) return refuse("own_difference");
    await settleTaskRow(tx, deps.ring, params.taskId, {
      by: actor.accountId,
      now,
      words: body.words.trim(),
    });
    return done({ taskId: params.taskId });
  });
});
