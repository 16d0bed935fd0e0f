import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { WATCH_DESKS, WATCH_KINDS } from "#domain/watch/watch.ts";
import { type Static, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Moment, Nullable, OneOf, Strict, Uuid, Words } from "./shapes.ts";

/** Việc cần làm: what the watchers found for this person, or for the desks where this person works. */
export const TaskView = Type.Object({
  taskId: Uuid,
  kind: OneOf(WATCH_KINDS),
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  status: OneOf(BUSINESS_STATUSES),
  /** The date it is about: a due date, the last day of an answer, since when nothing happens. */
  about: Moment,
  /** The step that lies; empty for the dossier itself. */
  part: Type.String(),
  desk: OneOf(WATCH_DESKS),
  /** Where it lies. */
  placeName: Type.String(),
  /** Whose it is; null: everybody's at that desk. */
  person: Nullable(Type.String()),
  own: Type.Boolean(),
  openedAt: Moment,
  /** It was put off until then, with the words. */
  snoozedUntil: Nullable(Moment),
  words: Nullable(Type.String()),
});
export type TaskView = Static<typeof TaskView>;

export const TASK_LISTS = ["now", "snoozed"] as const;

export const listTasks = defineRoute({
  method: "GET",
  path: "/tasks",
  summary: "What this person is to do, or anybody at the same desks: the oldest date first",
  readsPersons: true,
  permission: "dossier.turn",
  query: Strict({
    list: Type.Optional(OneOf(TASK_LISTS)),
    kind: Type.Optional(OneOf(WATCH_KINDS)),
    after: Type.Optional(Cursor),
  }),
  response: Type.Object({
    tasks: Type.Array(TaskView),
    next: Nullable(Cursor),
    /** Of the list, by kind, whatever kind is shown. */
    counts: Type.Array(Type.Object({ kind: OneOf(WATCH_KINDS), count: Type.Integer() })),
  }),
  refusals: [],
});

export const countTasks = defineRoute({
  method: "GET",
  path: "/task-count",
  summary: "How much this person, or anybody at the same desks, is to do now",
  permission: "dossier.turn",
  response: Type.Object({
    count: Type.Integer(),
  }),
  refusals: [],
});

const params = Strict({ taskId: Uuid });
const Settled = Type.Object({ taskId: Uuid });

export const finishTask = defineRoute({
  method: "POST",
  path: "/tasks/:taskId/finish",
  summary: "Says that a task is done, and how",
  permission: "dossier.turn",
  params,
  body: Strict({ words: Words }),
  response: Settled,
  refusals: ["not_found", "task_settled"],
});

export const snoozeTask = defineRoute({
  method: "POST",
  path: "/tasks/:taskId/snoozing",
  summary: "Puts a task off until a day, with the reason",
  permission: "dossier.turn",
  params,
  body: Strict({ until: Day, words: Words }),
  response: Settled,
  refusals: ["not_found", "task_settled", "snooze_day_wrong"],
});
