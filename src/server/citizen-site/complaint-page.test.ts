import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { openSite } from "../main.ts";

let app: TestApp;
let post: PostalDesk;
beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  post = await postalDesk(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Slip {
  readonly code: string;
  readonly secret: string;
  readonly shipmentId: string;
}

/** A dossier whose papers are with the post, and both codes of its slip. */
async function sent(): Promise<Slip> {
  const dossierId = await post.received();
  const shipmentId =
    shipmentsOf(passed(await post.order(dossierId, { service: "send" })))[0]?.shipmentId ?? "";
  app.clock.advance(60_000);
  passed(await post.report(shipmentId, "accepted"));
  return { ...(await slipOf(app, dossierId)), shipmentId };
}

const complain = ({ code, secret }: Slip, changes: Readonly<Record<string, string>> = {}) =>
  app.program.app.inject({
    method: "POST",
    url: "/complaint",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({
      code,
      secret,
      leg: "send",
      kind: "lost",
      words: "Giấy tờ không đến nơi.",
      ...changes,
    }).toString(),
  });
const incidentsOf = async ({ shipmentId }: Slip) =>
  (await post.desks.clerk.get(`/postal/incidents?shipmentId=${shipmentId}`)).body["incidents"] as {
    incidentId: string;
    source: string;
  }[];

describe("a complaint from the citizen's page", () => {
  test("opens an incident, says by which day it is answered, and later the answer and its day", async () => {
    const slip = await sent();
    const kept = await complain(slip);
    expect(kept.statusCode).toBe(200);
    expect(kept.body).toContain("Đã gửi khiếu nại");
    expect(kept.body).toContain("Bưu điện trả lời chậm nhất");
    expect(kept.body, "what was sent is there to read").toContain("Giấy tờ không đến nơi.");
    const [incident] = await incidentsOf(slip);
    expect(incident).toMatchObject({ source: "citizen" });
    const { day } = localTime(app.clock.now());
    passed(
      await post.desks.clerk.send("POST", `/postal/incidents/${incident?.incidentId}/answer`, {
        version: 1,
        on: day,
        outcome: "accepted",
        number: "5",
        words: "Bưu điện đang tìm bì hồ sơ.",
      }),
    );
    const page = await app.program.app.inject({ url: `/t/${slip.code}/${slip.secret}` });
    expect(page.body).toContain("Bưu điện đang tìm bì hồ sơ.");
    expect(page.body).toContain(formatDay(day));
    expect(page.body).not.toContain("<script");
  });

  test("that lacks what happened comes back with its words", async () => {
    const back = await complain(await sent(), { kind: "" });
    expect(back.body).toContain("Chọn việc gì đã xảy ra");
    expect(back.body).toContain("Giấy tờ không đến nơi.</textarea>");
  });

  test("that is sent twice is one, also at once", async () => {
    const slip = await sent();
    const both = await Promise.all([complain(slip), complain(slip)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200, 409,
    ]);
    expect((await complain(slip)).body).toContain("đang được xử lý");
    expect(await incidentsOf(slip)).toHaveLength(1);
  });

  test.each([
    { because: "nothing was told", changes: { words: " " }, status: 422 },
    { because: "nobody chose what happened", changes: { kind: "" }, status: 422 },
    { because: "nothing went that way", changes: { leg: "return" }, status: 409 },
    { because: "there is no such way", changes: { leg: "x" }, status: 400 },
    { because: "there is no such kind", changes: { kind: "x" }, status: 400 },
    { because: "the secret is another's", changes: { secret: "AAAAA-AAAAA" }, status: 404 },
  ])("opens nothing: $because", async ({ changes, status }) => {
    const slip = await sent();
    expect((await complain(slip, changes)).statusCode).toBe(status);
    expect(await incidentsOf(slip)).toEqual([]);
  });
});
