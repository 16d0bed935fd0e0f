import type { PostForm } from "#contract/track.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AN_APPLICANT, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";
import { type PostStep, postForCitizen } from "./order-post.ts";

let app: TestApp;
let desks: Desks;
let dossierId: string;
let code: string;
let secret: string;

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(newDossier);

async function newDossier(): Promise<void> {
  const { body } = passed(
    await receive(desks.clerk, { applicant: { ...AN_APPLICANT, communeCode: "30163" } }),
  );
  dossierId = String(body["dossierId"]);
  ({ code, secret } = await slipOf(app, dossierId));
}

const HOME: PostForm = {
  service: "return",
  to: "dossier",
  name: "",
  phone: "",
  address: "",
  communeCode: "",
  proxyName: "",
  proxyNumber: "",
  proxyPaper: "",
  discountId: "",
};
const ELSEWHERE: PostForm = {
  ...HOME,
  to: "other",
  name: "Trần Thị Bảy",
  phone: "0912 345 678",
  address: "Số 5, ấp 2, xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp",
};

async function press(asked: PostStep, changes: { readonly secret?: string } = {}) {
  const input = { code, secret, address: "203.0.113.9", now: app.clock.now(), requestId: "r", ...changes };
  return postForCitizen(app.program.deps, { ...input, asked }, async () => null);
}

async function answerTo(asked: PostStep) {
  const answered = await press(asked);
  if (!answered.ok) throw new Error(answered.code);
  return answered.value.answer;
}

const quote = (form: PostForm) => answerTo({ step: "quote", form });
async function priceOf(form: PostForm): Promise<number> {
  const answer = await quote(form);
  if (answer.kind !== "quoted") throw new Error(JSON.stringify(answer));
  return answer.quoted.quote.total;
}
const order = async (form: PostForm) => answerTo({ step: "order", form, saidTotal: await priceOf(form) });

interface Ordered {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly payment: string;
  readonly sealed: Buffer;
  readonly live: boolean;
}
async function ordersOf(id: string): Promise<readonly Ordered[]> {
  const { rows } = await app.owner.query<Ordered>(
    `select o.id, o.version, o.source, o.payment, o.parties_sealed as sealed, s.live
     from space_dong_thap.postal_order o join space_dong_thap.shipment s on s.order_id = o.id
     where o.dossier_id = $1 order by o.ordered_at`,
    [id],
  );
  return rows;
}

describe("the citizen orders the post", () => {
  test("sees the price line by line, and nothing is ordered by looking", async () => {
    const answer = await quote(HOME);
    expect(answer).toMatchObject({ kind: "quoted", address: null, changed: false });
    if (answer.kind !== "quoted") return;
    const { lines, total } = answer.quoted.quote;
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    expect(JSON.stringify(answer)).not.toContain(AN_APPLICANT.phone);
    expect(await ordersOf(dossierId)).toEqual([]);
  });

  test("orders at that price; of two presses at once one orders", async () => {
    const saidTotal = await priceOf(HOME);
    const asked: PostStep = { step: "order", form: HOME, saidTotal };
    const both = await Promise.all([answerTo(asked), answerTo(asked)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["ordered", "orderedAlready"]);
    const [one, ...more] = await ordersOf(dossierId);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ source: "citizen", payment: "recipientPays", live: true });
    const { citizen } = openOrderParties(app.program.deps.ring, one?.id ?? "", one?.sealed ?? Buffer.of());
    expect(citizen).toMatchObject({ name: AN_APPLICANT.name, phone: AN_APPLICANT.phone });
  });

  test("an address of before leads to the commune of today, and a proxy is named with a power of attorney", async () => {
    const form = {
      ...ELSEWHERE,
      proxyName: "Trần Văn Tám",
      proxyNumber: "087190001235",
      proxyPaper: "Giấy ủy quyền số 7",
    };
    expect(await quote(form)).toMatchObject({
      kind: "quoted",
      address: expect.stringMatching(/^Số 5, ấp 2, xã /),
    });
    expect(await order(form)).toEqual({ kind: "ordered" });
    const [one] = await ordersOf(dossierId);
    const parties = openOrderParties(app.program.deps.ring, one?.id ?? "", one?.sealed ?? Buffer.of());
    expect(parties.proxy).toMatchObject({ name: "Trần Văn Tám", paper: "Giấy ủy quyền số 7" });
    expect(parties.citizen).toMatchObject({ phone: "0912345678", address: "Số 5, ấp 2" });
  });

  test.each([
    { because: "no name", changes: { name: " " }, problem: "incomplete" },
    { because: "no phone", changes: { phone: "" }, problem: "incomplete" },
    { because: "a phone with letters", changes: { phone: "09a" }, problem: "phoneUnreadable" },
    {
      because: "no commune is called so",
      changes: { address: "Số 1, xã Không Có, tỉnh Đâu Đó" },
      problem: "addressUnknown",
    },
    {
      because: "a proxy without a paper",
      changes: { proxyName: "Trần Văn Tám" },
      problem: "authorisationMissing",
    },
    {
      because: "the papers are with the agency already",
      changes: { service: "send" as const },
      problem: "notByPost",
    },
    {
      because: "nobody granted this discount",
      changes: { discountId: "poorHousehold" },
      problem: "unquotable",
    },
  ])("$problem: $because", async ({ changes, problem }) => {
    const form = { ...ELSEWHERE, ...changes };
    expect(await quote(form)).toEqual({ kind: "refused", form, problem, offers: [] });
    expect(await answerTo({ step: "order", form, saidTotal: 1 })).toMatchObject({ kind: "refused", problem });
    expect(await ordersOf(dossierId)).toEqual([]);
  });

  test("an address in several places is asked back with those of today, and the chosen one is taken", async () => {
    const form = { ...ELSEWHERE, address: "Số 2, P. Dịch Vọng Hậu, Q. Cầu Giấy, Hà Nội" };
    const answer = await quote(form);
    expect(answer).toMatchObject({ kind: "refused", problem: "addressSeveral" });
    if (answer.kind !== "refused") return;
    expect(answer.offers.length).toBeGreaterThan(1);
    const last = answer.offers.at(-1);
    expect(await quote({ ...form, communeCode: last?.communeCode ?? "" })).toMatchObject({
      kind: "quoted",
      address: last?.address,
    });
  });

  test("another price than the one that was shown is shown again and orders nothing", async () => {
    const answer = await answerTo({ step: "order", form: HOME, saidTotal: (await priceOf(HOME)) - 1000 });
    expect(answer).toMatchObject({ kind: "quoted", changed: true });
    expect(await ordersOf(dossierId)).toEqual([]);
  });

  test("takes an order back while the post has nothing in hand, once, and may order again", async () => {
    await order(HOME);
    const [one] = await ordersOf(dossierId);
    const back: PostStep = { step: "cancel", orderId: one?.id ?? "", version: one?.version ?? 0 };
    expect(await answerTo(back)).toEqual({ kind: "cancelled" });
    expect(await answerTo(back)).toEqual({ kind: "notCancelled" });
    expect(await order(HOME)).toEqual({ kind: "ordered" });
  });

  test("takes back neither an order of somebody else's dossier nor one of the counter", async () => {
    await order(HOME);
    const [other] = await ordersOf(dossierId);
    await newDossier();
    expect(await answerTo({ step: "cancel", orderId: other?.id ?? "", version: 1 })).toEqual({
      kind: "notCancelled",
    });
    await order(HOME);
    const [own] = await ordersOf(dossierId);
    await app.owner.query("update space_dong_thap.postal_order set source = 'counter' where id = $1", [
      own?.id,
    ]);
    expect(await answerTo({ step: "cancel", orderId: own?.id ?? "", version: 1 })).toEqual({
      kind: "notCancelled",
    });
  });

  test("nothing is ordered once the matter is over, and nothing at all with a wrong secret", async () => {
    expect(await press({ step: "order", form: HOME, saidTotal: 1 }, { secret: "AAAAAAAAAA" })).toMatchObject({
      code: "track_not_found",
    });
    await bringTo(desks, dossierId, "returned");
    expect(await quote(HOME)).toMatchObject({ kind: "refused", problem: "notByPost" });
  });
});
