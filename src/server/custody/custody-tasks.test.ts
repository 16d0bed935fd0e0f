import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept, keepFile, makeContainer, offer } from "../../../test/kit/custody.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let head: Client;
const who = { clerk: "", officer: "" };

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
  who.clerk = String((await desks.clerk.get("/session")).body["accountId"]);
  who.officer = String((await desks.officer.get("/session")).body["accountId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Task {
  readonly taskId: string;
  readonly kind: string;
  readonly view: { readonly id: string } | null;
  readonly manifestNumber: string | null;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly proofs: readonly { readonly name: string; readonly fileId: string | null }[];
  readonly photoFileId: string | null;
  readonly note: string | null;
  readonly foundBy: string;
  readonly maySettle: boolean;
  readonly settled: { readonly by: string; readonly words: string } | null;
}

async function tasks(by: Client, query = ""): Promise<{ tasks: readonly Task[]; open: number }> {
  return passed(await by.get(`/custody/tasks${query}`)).body as unknown as { tasks: Task[]; open: number };
}

/** A packet that the clerk offered to the officer, and that was not there. @returns the task about it */
async function missingPacket(note = "Không có trong túi"): Promise<Task> {
  const packet = await makeContainer(desks.clerk);
  const given = passed(await offer(desks.clerk, [packet], { kind: "person", id: who.officer })).body;
  const photoFileId = await keepFile(desks.officer, "photo");
  passed(
    await accept(desks.officer, String(given["manifestId"]), 0, {
      differences: [{ kind: "missing", position: 1, note, photoFileId }],
    }),
  );
  const [task] = (await tasks(desks.officer)).tasks;
  expect(task).toMatchObject({ view: { id: packet.id }, manifestNumber: given["number"], photoFileId });
  if (!task) throw new Error("there is a task");
  return task;
}

const settle = (by: Client, taskId: string, words = "Tìm thấy ở quầy") =>
  by.send("POST", `/custody/tasks/${taskId}/settlement`, { words });

describe("what did not agree", () => {
  test("stands with its proofs, newest first, for whoever works at either side, until somebody settles it", async () => {
    const before = (await tasks(desks.officer)).open;
    const first = await missingPacket();
    const second = await missingPacket("Thiếu bì thứ hai");
    expect(first).toMatchObject({ kind: "missing", note: "Không có trong túi", foundBy: "Lê Minh Đức" });
    const { tasks: listed, open: waiting } = await tasks(head);
    expect(waiting).toBe(before + 2);
    expect(listed.map(({ taskId }) => taskId).slice(0, 2)).toEqual([second.taskId, first.taskId]);

    const open = async () =>
      passed(await desks.clerk.get(`/custody/things/container/${first.view?.id}`)).body["openDifferences"];
    expect(await open()).toBe(1);
    passed(await settle(head, first.taskId));
    expect(await open()).toBe(0);
    expect((await tasks(desks.clerk)).tasks.map(({ taskId }) => taskId)).not.toContain(first.taskId);
    expect((await tasks(desks.clerk)).open).toBe(before + 1);
    const [settled] = (await tasks(desks.clerk, "?settled=true")).tasks;
    expect(settled).toMatchObject({ taskId: first.taskId, settled: { words: "Tìm thấy ở quầy" } });
    expect(settled?.settled?.by).not.toBe("");
  });

  test("is settled once: what was found out is not written over", async () => {
    const { taskId } = await missingPacket();
    passed(await settle(head, taskId));
    const again = await settle(desks.officer, taskId, "Không thấy");
    expect(again.body["code"]).toBe("task_settled");
    const settled = (await tasks(head, "?settled=true")).tasks.find((task) => task.taskId === taskId);
    expect(settled?.settled?.words).toBe("Tìm thấy ở quầy");
  });

  test("is not settled by whoever caused it: the giver is told so, and sees no button", async () => {
    const { taskId } = await missingPacket();
    const seen = async (by: Client) => {
      const { tasks: listed } = await tasks(by);
      return listed.find((task) => task.taskId === taskId)?.maySettle;
    };
    expect([await seen(desks.clerk), await seen(desks.officer), await seen(head)]).toEqual([
      false,
      true,
      true,
    ]);
    expect((await settle(desks.clerk, taskId)).body["code"]).toBe("own_difference");
    passed(await settle(desks.officer, taskId));
  });

  test("two who settle it at once: one of them is told", async () => {
    const { taskId } = await missingPacket();
    const replies = await Promise.all([settle(head, taskId), settle(desks.officer, taskId)]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("of people elsewhere is not to be seen, and not to be settled", async () => {
    const { taskId } = await missingPacket();
    expect((await tasks(desks.caseOfficer)).tasks.map((task) => task.taskId)).not.toContain(taskId);
    expect((await settle(desks.caseOfficer, taskId)).body["code"]).toBe("not_found");
  });

  test("pages follow each other without a gap", async () => {
    const { taskId } = await missingPacket();
    await app.owner.query(
      `insert into space_dong_thap.custody_task (id, kind, thing, thing_id, found_by, found_at, recorded_at, scope)
       select gen_random_uuid(), kind, thing, thing_id, found_by, found_at - n * interval '1 minute', recorded_at, scope
       from space_dong_thap.custody_task, generate_series(1, 60) n where id = $1`,
      [taskId],
    );
    const first = passed(await head.get("/custody/tasks")).body;
    const second = passed(await head.get(`/custody/tasks?after=${String(first["next"])}`)).body;
    const ids = [first, second].flatMap((page) => (page["tasks"] as Task[]).map((task) => task.taskId));
    expect((first["tasks"] as Task[]).length).toBe(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(first["open"]);
    expect(second["next"]).toBeNull();
  });

  test("words and notes lie sealed", async () => {
    const { taskId } = await missingPacket("Bì của bà Nguyễn Thị Tám");
    passed(await settle(head, taskId, "Bà Tám đã nhận"));
    const { rows } = await app.owner.query<{ row: string }>(
      "select t::text as row from space_dong_thap.custody_task t where id = $1",
      [taskId],
    );
    expect(rows[0]?.row).not.toContain("Tám");
    expect(rows[0]?.row).not.toContain(Buffer.from("Tám").toString("hex"));
  });
});

test("two who took the same packet: the second stands beside the first, each with what was signed", async () => {
  const packet = await makeContainer(desks.clerk);
  const unit = passed(await desks.officer.get("/custody/holdings")).body["holders"] as {
    holder: { kind: string; id: string };
  }[];
  const to = unit.find(({ holder }) => holder.kind === "unit")?.holder;
  if (!to) throw new Error("the officer answers for a unit");
  const given = passed(await offer(desks.clerk, [packet], { kind: "unit", id: to.id })).body;
  const manifestId = String(given["manifestId"]);
  passed(await accept(desks.officer, manifestId, 1, { inPerson: true, receivedAs: "postalForwarder" }));
  expect(
    passed(await accept(head, manifestId, 1, { inPerson: true, receivedAs: "postalForwarder" })).body,
  ).toMatchObject({
    competing: true,
  });
  const task = (await tasks(desks.officer)).tasks.find(({ kind }) => kind === "competing");
  expect(task).toMatchObject({ view: { id: packet.id }, manifestNumber: given["number"] });
  expect(task?.claimedBy?.name).not.toBe("");
  expect(task?.proofs.map(({ name }) => name)).toEqual(["Lê Minh Đức", task?.claimedBy?.name]);
  expect(new Set(task?.proofs.map(({ fileId }) => fileId)).size).toBe(2);
});

test("the number beside the page of work has the open differences too", async () => {
  const count = async () => Number(passed(await desks.officer.get("/task-count")).body["differences"]);
  const before = await count();
  const { taskId } = await missingPacket();
  expect(await count()).toBe(before + 1);
  passed(await settle(head, taskId));
  expect(await count()).toBe(before);
});
