import { readFileSync } from "node:fs";
import { readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { addMilliseconds, instant } from "#domain/shared/instant.ts";
import { describe, expect, test } from "vitest";
import { anOrder } from "../../../../test/kit/carrier-contract.ts";
import { type NgspAsked, type Recorded, ngspServer } from "../../../../test/kit/ngsp-server.ts";
import { simulatedCarrier } from "../../../../test/kit/simulated-carrier.ts";
import { ngspCarrier } from "./ngsp-carrier.ts";

const NOW = instant("2026-12-07T02:00:00Z");
const SECONDS = Math.floor(Date.parse(NOW) / 1000);
const STATUSES = new URL("../../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const [VNPOST] = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8")));
const TOKEN = JSON.stringify({ access_token: "first", token_type: "Bearer", expires_in: 3600 });

/** A server that gives tokens by itself, and else what the test says. */
async function served(answerOf: (asked: NgspAsked) => Recorded, clock = { now: NOW }, timeoutMs = 5_000) {
  const server = await ngspServer((asked) => (asked.path === "/token" ? { body: TOKEN } : answerOf(asked)));
  expect.assert(VNPOST);
  const options = { name: "vnpost", customerCode: "KH001", key: "khóa", secret: "a:b", dialect: VNPOST };
  const carrier = ngspCarrier({ ...options, url: server.url, now: () => clock.now, timeoutMs });
  return { server, carrier, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const row = (more: Record<string, unknown>) => ({
  _id: "65a000000000000000000001",
  CustomerCode: "KH001",
  OrderNumber: "H82.15-261207-0001",
  EventTime: SECONDS - 60,
  POSID: "871000",
  ItemCode: "PA473124829VN",
  StatusCode: 4,
  StatusMessage: "Phát thành công",
  Notes: "",
  ...more,
});
const page = (...rows: unknown[]) => ({ body: JSON.stringify(rows) });

describe("an order", () => {
  test("has the fields of VNPost, and no district where the address has none", async () => {
    await using under = await served(() => ({ body: '{"status":"100","message":"OK"}' }));
    expect(await under.carrier.order(anOrder("H82.15-261207-0001"))).toEqual({
      ok: true,
      value: { waybill: null },
    });
    const [token, order] = under.server.asked;
    expect(token).toMatchObject({
      body: "grant_type=client_credentials",
      authorization: `Basic ${Buffer.from("kh%C3%B3a:a%3Ab").toString("base64")}`,
    });
    expect(order?.authorization).toBe("Bearer first");
    expect(JSON.parse(order?.body ?? "")).toEqual({
      CustomerCode: "KH001",
      OrderNumber: "H82.15-261207-0001",
      CODAmount: 26000,
      SenderName: "Bộ phận Một cửa xã Bình Thành",
      SenderAddress: "Ấp Bình Chánh",
      SenderTel: "02773000000",
      SenderEmail: "motcua@example.vn",
      SenderProvince: "82",
      SenderDistrict: "845",
      SenderDesc: "Giấy khai sinh (01 bản chính)",
      Description: "Kết quả giải quyết thủ tục hành chính",
      ReceiverName: "Nguyễn Thị Hoa",
      ReceiverAddress: "Ấp 3, xã Tân Phú Trung",
      ReceiverTel: "0912345678",
      ReceiverProvince: "82",
    });
  });

  test.each([
    { body: '{"status":"101","message":"có rồi"}', code: "already_ordered", because: "it had it before" },
    { body: '{"status":"203","message":"Sai mã"}', code: "carrier_refused", because: "it said no" },
    { status: 400, body: "", code: "carrier_refused", because: "it did not understand" },
    { status: 503, body: "", code: "carrier_away", because: "nothing is known of the order" },
    { body: "<html>", code: "carrier_away", because: "a page of a proxy says nothing of the order" },
    { body: "{}", code: "carrier_away", because: "no status says nothing of the order" },
  ])("is answered by $code: $because", async ({ code, ...said }) => {
    await using under = await served(() => said);
    expect(await under.carrier.order(anOrder("1"))).toMatchObject({ ok: false, code });
  });

  test("is away, and nothing is thrown, where nobody listens", async () => {
    const under = await served(() => ({ body: "" }));
    await under.server[Symbol.asyncDispose]();
    expect(await under.carrier.order(anOrder("1"))).toEqual({
      ok: false,
      code: "carrier_away",
      message: "ECONNREFUSED",
    });
  });
});

describe("the token", () => {
  test("is asked for once by many, and anew when it ends", async () => {
    const clock = { now: NOW };
    await using under = await served(() => page(), clock);
    await Promise.all([1, 2, 3].map(() => under.carrier.track(null, 10)));
    await under.carrier.track(null, 10);
    const tokens = () => under.server.asked.filter(({ path }) => path === "/token").length;
    expect(tokens()).toBe(1);
    clock.now = addMilliseconds(NOW, 3600 * 1000 - 29_000); // In its last half minute it could end on the way.
    await under.carrier.track(null, 10);
    expect(tokens()).toBe(2);
  });

  test("that is not taken any more is asked for anew, once; who is refused again is refused", async () => {
    let refusals = 1;
    await using under = await served(() => {
      refusals -= 1;
      return refusals >= 0 ? { status: 401, body: "{}" } : page(row({}));
    });
    expect(await under.carrier.track(null, 10)).toMatchObject({ ok: true });
    refusals = 100;
    const before = under.server.asked.length;
    expect(await under.carrier.track(null, 10)).toMatchObject({
      code: "carrier_refused",
      message: "HTTP 401",
    });
    expect(under.server.asked.slice(before).map(({ path }) => path.split("?")[0])).toEqual([
      "/getOrderTracking",
      "/token",
      "/getOrderTracking",
    ]);
  });

  test("endpoint that is down makes the carrier away; it is back with the endpoint, also after all tokens were forgotten", async () => {
    await using simulator = await simulatedCarrier(3, NOW);
    expect.assert(VNPOST);
    const secrets = { customerCode: "KH001", key: "simulator", secret: "simulator" };
    const carrier = ngspCarrier({
      ...secrets,
      name: "vnpost",
      url: simulator.url,
      dialect: VNPOST,
      now: () => NOW,
    });
    await simulator.behave({ tokensDown: true });
    expect(await carrier.track(null, 10)).toMatchObject({ code: "carrier_away" });
    await simulator.behave({ tokensDown: false });
    expect(await carrier.track(null, 10)).toMatchObject({ ok: true });
    await simulator.forgetTokens();
    expect(await carrier.track(null, 10)).toMatchObject({ ok: true });
    const wrong = ngspCarrier({
      ...secrets,
      secret: "wrong",
      name: "vnpost",
      url: simulator.url,
      dialect: VNPOST,
      now: () => NOW,
    });
    expect(await wrong.track(null, 10)).toMatchObject({
      code: "carrier_refused",
      message: "token: HTTP 401",
    });
  });
});

describe("what is reported", () => {
  const track = async (...rows: unknown[]) => {
    await using under = await served(() => page(...rows));
    const answer = await under.carrier.track(null, 100);
    expect.assert(answer.ok);
    return answer.value;
  };

  test("is told in our words, with office and time, whether the time is in seconds or milliseconds", async () => {
    const { events } = await track(row({}), row({ _id: 2, EventTime: String((SECONDS - 60) * 1000) }));
    const same = { type: "delivered", at: "2026-12-07T01:59:00.000Z", toldAt: null, posId: "871000" };
    expect(events).toMatchObject([
      {
        ...same,
        source: "vnpost",
        sourceId: "65a000000000000000000001",
        waybill: "PA473124829VN",
        notes: null,
      },
      { ...same, sourceId: "2" },
    ]);
  });

  test("with a code that nobody mapped is kept with the code and its words", async () => {
    const { events } = await track(row({ StatusCode: 77, StatusMessage: "Giữ lại khai thác" }));
    expect(events).toMatchObject([{ type: "unknown", code: "77", message: "Giữ lại khai thác" }]);
  });

  test.each([
    { name: "without a time", given: row({ EventTime: null }) },
    { name: "without a code", given: row({ StatusCode: undefined }) },
    { name: "without an id", given: row({ _id: undefined }) },
    { name: "that is no object", given: "lỗi" },
  ])("$name is kept as unreadable, under the same id each time", async ({ given }) => {
    const [{ events: first }, { events: second }] = [await track(given), await track(given)];
    expect(first).toMatchObject([{ type: "unknown", code: "unreadable" }]);
    expect(second[0]?.sourceId).toBe(first[0]?.sourceId);
  });

  test("for a time that is yet to come is taken for when it was heard, and the told time stays with it", async () => {
    const { events } = await track(row({ EventTime: SECONDS + 7200 }));
    expect(events).toMatchObject([{ at: NOW, toldAt: "2026-12-07T04:00:00.000Z" }]);
  });

  test("in a page of far more than was asked for is taken, and what no memory should hold is not", async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => row({ _id: at + 1 }));
    await using much = await served(() => page(...rows));
    const answer = await much.carrier.track(null, 100);
    expect.assert(answer.ok);
    expect(answer.value).toMatchObject({ lastId: "5000", moved: true });
    expect(answer.value.events).toHaveLength(5_000);
    await using tooMuch = await served(() => ({ body: `["${"x".repeat(8_100_000)}"]` }));
    expect(await tooMuch.carrier.track(null, 100)).toMatchObject({ code: "carrier_away" });
  });

  test.each([
    { said: { body: "<html>502</html>" }, code: "carrier_away" },
    { said: { body: '{"message":"đang bảo trì"}' }, code: "carrier_away" },
    { said: { status: 500, body: "" }, code: "carrier_away" },
    { said: { status: 403, body: "{}" }, code: "carrier_refused" },
  ])("$said is $code", async ({ said, code }) => {
    await using under = await served(() => said);
    expect(await under.carrier.track(null, 100)).toMatchObject({ ok: false, code });
  });

  test("within an object is found, and of a server that says nothing in time nothing is waited for", async () => {
    await using under = await served(() => ({ body: JSON.stringify({ data: [row({})] }) }));
    expect(await under.carrier.track(null, 100)).toMatchObject({ ok: true, value: { events: [{}] } });
    await using simulator = await simulatedCarrier(4, NOW);
    await simulator.behave({ delayMs: 60_000 });
    expect.assert(VNPOST);
    const carrier = ngspCarrier({
      name: "vnpost",
      customerCode: "KH001",
      key: "simulator",
      secret: "simulator",
      url: simulator.url,
      dialect: VNPOST,
      now: () => NOW,
      timeoutMs: 200,
    });
    expect(await carrier.track(null, 100)).toMatchObject({ code: "carrier_away", message: "TimeoutError" });
  });
});
