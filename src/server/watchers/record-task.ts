import { finishTask, snoozeTask } from "#contract/tasks.ts";
import { instantAt, localTime } from "#domain/shared/instant.ts";
import { addDays, plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { seal } from "../keys/seal.ts";
import { finishTaskRow, holdTask, sealContext, snoozeTaskRow } from "./task-store.ts";

/** A person has done what a task asks for: it does not come again for the same date. */
export const finishTaskRoute = bind(finishTask, ({ actor, deps, params, body, now, write }) =>
  write(async (tx) => {
    const task = await holdTask(tx, actor, params.taskId);
    if (!task) return refuse("not_found");
    if (task.state !== "open") return refuse("task_settled");
    const words = seal(deps.ring, sealContext(task.id), body.words.trim());
    await finishTaskRow(tx, task.id, { by: actor.accountId, words, now });
    return done({ taskId: task.id });
  }),
);

/** Nothing is put off for longer: by then it is somebody else's neglect. */
const SNOOZE_DAYS_MAX = 60;

/** A person puts a task off until a day begins. */
export const snoozeTaskRoute = bind(snoozeTask, ({ actor, deps, params, body, now, write }) =>
  write(async (tx) => {
    const task = await holdTask(tx, actor, params.taskId);
    if (!task) return refuse("not_found");
    if (task.state !== "open") return refuse("task_settled");
    const today = localTime(now).day;
    const until = plainDate(body.until);
    const last = addDays(today, SNOOZE_DAYS_MAX);
    if (until <= today || until > last) return refuse("snooze_day_wrong", { lastDay: last });
    const words = seal(deps.ring, sealContext(task.id), body.words.trim());
    await snoozeTaskRow(tx, task.id, instantAt(until, 0), words);
    return done({ taskId: task.id });
  }),
);
