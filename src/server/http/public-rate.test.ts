import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { PUBLIC_RATE } from "./public-rate.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

/** As if so many requests had come from the address of the tests within the window. */
async function cameBefore(hits: number): Promise<void> {
  await app.owner.query("update nation.rate_bucket set hits = $1 where key like 'public:%'", [hits]);
}

const PUBLIC = ["/addresses?q=binh%20tan", "/procedures?q=khai%20sinh", "/administrative-units"];

test("who asks too much of what is open to everybody waits, is told how long, and may then ask again", async () => {
  for (const path of PUBLIC) expect((await app.anonymous.get(path)).status).toBe(200);
  await cameBefore(PUBLIC_RATE.hitsMax - 1);
  expect((await app.anonymous.get(PUBLIC[0] ?? "")).status).toBe(200);
  for (const path of PUBLIC) {
    const { status, headers, body } = await app.anonymous.get(path);
    expect({ status, body }).toMatchObject({
      status: 429,
      body: { code: "too_many_requests", details: { minutes: 1 } },
    });
    expect(headers["retry-after"]).toBe("60");
  }
  app.clock.advance(PUBLIC_RATE.windowMs + 1);
  for (const path of PUBLIC) expect((await app.anonymous.get(path)).status).toBe(200);
});

test("clerks who are signed in are not counted, however many sit behind one address", async () => {
  const clerk = await app.signIn("lan.clerk");
  await app.anonymous.get(PUBLIC[0] ?? "");
  await cameBefore(PUBLIC_RATE.hitsMax * 10);
  for (const path of PUBLIC) expect((await clerk.get(path)).status).toBe(200);
  expect((await app.anonymous.get(PUBLIC[0] ?? "")).status).toBe(429);
});
