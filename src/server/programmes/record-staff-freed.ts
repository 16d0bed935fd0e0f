import {
  type StaffFreedRow,
  exportStaffFreed,
  listStaffFreed,
  recordStaffFreed,
  withdrawStaffFreed,
} from "#contract/staff-freed.ts";
import type { WentTo } from "#domain/programme/programme.ts";
import { sumFreed } from "#domain/programme/sum-freed.ts";
import { localTime } from "#domain/shared/instant.ts";
import { formatDay, plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { withdrawStaffFreed as writeWithdrawal, writeStaffFreed } from "../ledgers/staff-freed-ledger.ts";
import { findFreed, findFreedLines, isThere } from "./freed-store.ts";

export const listStaffFreedRoute = bind(listStaffFreed, ({ query: { after, ...filter }, read }) =>
  read(async (tx) => {
    const lines = await findFreedLines(tx, filter);
    const { byPhase, byYear, persons } = sumFreed(lines);
    const label = new Map(lines.map((line) => [line.phaseId, line.label ?? ""]));
    return done({
      ...(await findFreed(tx, filter, { after })),
      sums: {
        persons,
        byYear: [...byYear],
        byPhase: byPhase.map((sum) => ({ ...sum, label: label.get(sum.phaseId) ?? "" })),
      },
    });
  }),
);

const WENT_TO_WORDS: Readonly<Record<WentTo, string>> = {
  otherWork: "Chuyển việc khác tại đơn vị",
  otherAgency: "Chuyển cơ quan khác",
  left: "Nghỉ hưu, thôi việc",
};

const COLUMNS: readonly (readonly [string, (row: StaffFreedRow) => string])[] = [
  ["Đơn vị", ({ place }) => place],
  ["Vị trí", ({ postTitle }) => postTitle],
  ["Số người", ({ persons }) => String(persons)],
  ["Ngày", ({ freedOn }) => formatDay(plainDate(freedOn))],
  ["Đề án", ({ phase }) => phase?.programme ?? ""],
  ["Giai đoạn", ({ phase }) => phase?.label ?? ""],
  ["Giao việc", ({ mandate }) => mandate?.name ?? ""],
  ["Chuyển đi đâu", ({ wentTo }) => WENT_TO_WORDS[wentTo]],
  ["Cụ thể", ({ wentToWords }) => wentToWords],
  ["Ghi chú", ({ note }) => note],
  ["Người ghi", ({ recordedBy }) => recordedBy],
  ["Đã rút, lý do", ({ withdrawn }) => withdrawn?.reason ?? ""],
];

/** The whole list for a spreadsheet; lines that were withdrawn are there and say so. */
export const exportStaffFreedRoute = bind(exportStaffFreed, ({ query, now, read }) =>
  read(async (tx) => {
    const { rows } = await findFreed(tx, query);
    return done(
      csvAnswer(
        `biên-chế-giải-phóng-${localTime(now).day}.csv`,
        COLUMNS.map(([title]) => title),
        rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
      ),
    );
  }),
);

/** Writes down posts whose work was taken over. It happened, so its day is not ahead. */
export const recordStaffFreedRoute = bind(recordStaffFreed, (context) =>
  context.write(async (tx, space) => {
    const { body, actor, deps, now } = context;
    if (!isOnePlace(context, space)) return refuse("freed_place_missing");
    if (!(await isOneCause(tx, body))) return refuse("freed_cause_missing");
    const freedOn = plainDate(body.freedOn);
    if (freedOn > localTime(now).day) return refuse("freed_day_ahead");
    const id = deps.newId();
    await writeStaffFreed(tx, {
      ...body,
      id,
      freedOn,
      postTitle: body.postTitle.trim(),
      wentToWords: body.wentToWords.trim(),
      note: body.note.trim(),
      recordedBy: actor.accountId,
      now,
    });
    return done({ id });
  }),
);

type Recording = Context<typeof recordStaffFreed>;

/** One unit or one agency, of this person's space. */
function isOnePlace({ body: { unitId, agencyId }, reference }: Recording, space: Space): boolean {
  if ((unitId === null) === (agencyId === null)) return false;
  const known = unitId === null ? reference.agencies.has(agencyId ?? "") : reference.units.has(unitId);
  return known && reference.spaceOf.get(unitId ?? agencyId ?? "")?.id === space.id;
}

/** One mandate or one phase that is there. */
function isOneCause(tx: Tx, { mandateId, phaseId }: Recording["body"]): Promise<boolean> {
  if (mandateId !== null && phaseId === null) return isThere(tx, "mandate", mandateId);
  if (phaseId !== null && mandateId === null) return isThere(tx, "phase", phaseId);
  return Promise.resolve(false);
}

/** Withdraws a mistaken line by a row of its own. */
export const withdrawStaffFreedRoute = bind(withdrawStaffFreed, ({ params, body, actor, now, write }) =>
  write(async (tx) => {
    const id = params.freedId;
    if (!(await isThere(tx, "staff_freed", id))) return refuse("not_found");
    const given = { id, reason: body.reason.trim(), by: actor.accountId, now };
    return (await writeWithdrawal(tx, given)) ? done({ id }) : refuse("withdrawn_already");
  }),
);
