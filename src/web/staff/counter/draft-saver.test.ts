import { beforeEach, afterEach, describe, expect, test, vi } from "vitest";
import type { CallResult } from "../api.ts";
import {
  type DraftText,
  type OutgoingDraft,
  RETRY_DELAY_MS,
  SAVE_DELAY_MS,
  type SaveState,
  createDraftSaver,
} from "./draft-saver.ts";

const typed = (remarks: string): DraftText => ({ title: "Đăng ký khai sinh", content: { remarks } });

/** Keeps drafts by the contract's rules: versions count up, a key is answered once, lines can break. */
function server() {
  const drafts = new Map<string, { version: number; content: unknown }>();
  const answers = new Map<string, { readonly version: number }>();
  const line = { answersToLose: 0, requestsToLose: 0 };
  const sent: OutgoingDraft[] = [];
  function put(draft: OutgoingDraft): Promise<CallResult<{ readonly version: number }>> {
    sent.push(draft);
    const offline = { ok: false, problem: { kind: "offline" } } as const;
    if (line.requestsToLose > 0) {
      line.requestsToLose -= 1;
      return Promise.resolve(offline);
    }
    const result = keep(draft);
    if (line.answersToLose > 0) {
      line.answersToLose -= 1;
      return Promise.resolve(offline);
    }
    return Promise.resolve(result);
  }
  function keep({ draftId, version, content, key }: OutgoingDraft): CallResult<{ readonly version: number }> {
    const earlier = answers.get(key);
    if (earlier) return { ok: true, value: earlier };
    if ((drafts.get(draftId)?.version ?? 0) !== version) {
      return { ok: false, problem: { kind: "refused", code: "draft_changed", details: {}, requestId: "" } };
    }
    const answer = { version: version + 1 };
    drafts.set(draftId, { version: answer.version, content });
    answers.set(key, answer);
    return { ok: true, value: answer };
  }
  return { drafts, line, sent, put };
}

function given() {
  const states: SaveState["kind"][] = [];
  const { put, ...kept } = server();
  let ids = 0;
  const saver = createDraftSaver({
    draft: null,
    saved: null,
    put,
    newId: () => `id-${(ids += 1)}`,
    now: () => "2026-11-23T03:32:00.000Z",
    onState: (state) => states.push(state.kind),
  });
  return { ...kept, saver, states };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("keeping a form while it is typed", () => {
  test("it is saved once, when typing has stopped", async () => {
    const { saver, sent, states } = given();
    for (const text of ["k", "kh", "kha"]) saver.edited(typed(text));
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(({ content }) => content)).toEqual([{ remarks: "kha" }]);
    expect(states.at(-1)).toBe("saved");
  });

  test("what is typed while a save is under way goes out after it, with the version it made", async () => {
    const { saver, sent } = given();
    saver.edited(typed("one"));
    const saving = saver.flush();
    saver.edited(typed("two"));
    await saving;
    expect(sent.map(({ version, content }) => [version, content])).toEqual([
      [0, { remarks: "one" }],
      [1, { remarks: "two" }],
    ]);
    expect(new Set(sent.map(({ draftId }) => draftId)).size).toBe(1);
  });

  test("typing the same again saves nothing", async () => {
    const { saver, sent, states } = given();
    saver.edited(typed("one"));
    await saver.flush();
    saver.edited(typed("one"));
    expect(states.at(-1)).toBe("saved");
    await saver.flush();
    expect(sent).toHaveLength(1);
  });

  test("after a lost answer the same save is repeated with its key first, and then what is new: no false conflict", async () => {
    const { saver, sent, line, drafts, states } = given();
    line.answersToLose = 1;
    saver.edited(typed("one"));
    await saver.flush();
    expect(states.at(-1)).toBe("failed");
    saver.edited(typed("two"));
    await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toMatchObject({ version: 1, content: { remarks: "two" } });
    expect([...drafts.values()]).toEqual([{ version: 2, content: { remarks: "two" } }]);
    expect(states).not.toContain("conflict");
  });

  test("a broken line is tried again by itself until it holds", async () => {
    const { saver, line, drafts, states } = given();
    line.requestsToLose = 3;
    saver.edited(typed("one"));
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS + 3 * RETRY_DELAY_MS);
    expect(drafts.size).toBe(1);
    expect(states.at(-1)).toBe("saved");
  });
});

describe("a draft that another window has changed", () => {
  async function inConflict() {
    const all = given();
    all.saver.edited(typed("mine"));
    await all.saver.flush();
    const [id] = [...all.drafts.keys()];
    all.drafts.set(id ?? "", { version: 2, content: { remarks: "theirs" } });
    return { ...all, id: id ?? "" };
  }

  test("is a conflict that a person decides, and until then nothing is overwritten", async () => {
    const { saver, drafts, sent, states, id } = await inConflict();
    saver.edited(typed("mine again"));
    await saver.flush();
    const asked = sent.length;
    saver.edited(typed("and again"));
    await saver.flush();
    expect(sent).toHaveLength(asked);
    expect(states.at(-1)).toBe("conflict");
    expect(drafts.get(id)?.content).toEqual({ remarks: "theirs" });
  });

  test("keeping mine makes a new draft and leaves theirs", async () => {
    const { saver, drafts, id } = await inConflict();
    saver.edited(typed("mine again"));
    await saver.flush();
    await saver.keepAsNew();
    expect(saver.draftId()).not.toBe(id);
    expect([...drafts.values()].map(({ content }) => content)).toEqual([
      { remarks: "theirs" },
      { remarks: "mine again" },
    ]);
  });

  test("is no conflict when the dossier may have taken the draft with it: what is typed is kept anew", async () => {
    const { saver, drafts, states, id } = await inConflict();
    drafts.delete(id);
    saver.mayBeTaken();
    saver.edited(typed("corrected after a lost line"));
    await saver.flush();
    expect(states).not.toContain("conflict");
    expect([...drafts.values()]).toEqual([
      { version: 1, content: { remarks: "corrected after a lost line" } },
    ]);
  });
});

test("a stopped saver ends what is under way and saves nothing more", async () => {
  const { saver, sent } = given();
  saver.edited(typed("one"));
  void saver.flush();
  await saver.stop();
  saver.edited(typed("two"));
  await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS + RETRY_DELAY_MS);
  expect(sent).toHaveLength(1);
});

test("opening a draft saves nothing", async () => {
  const { put, sent } = server();
  const saver = createDraftSaver({
    draft: { draftId: "kept", version: 3 },
    saved: typed("as opened"),
    put,
    newId: () => "new",
    now: () => "",
    onState: () => undefined,
  });
  saver.edited(typed("as opened"));
  await saver.flush();
  expect(sent).toEqual([]);
  expect(saver.draftId()).toBe("kept");
});
