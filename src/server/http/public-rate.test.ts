import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { PUBLIC_RATE, networkOf } from "./public-rate.ts";

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

test.each([
  { ip: "203.0.113.7", counted: "203.0.113.7", because: "an address of IPv4 is one's own" },
  { ip: "::ffff:203.0.113.7", counted: "203.0.113.7", because: "so it is when it came by IPv6" },
  { ip: "2001:db8:1:2:3:4:5:6", counted: "2001:db8:1:2::/64", because: "the rest is free for the taking" },
  { ip: "2001:DB8:1:2::9", counted: "2001:db8:1:2::/64", because: "that is the same network" },
  { ip: "2001:db8:1:3::9", counted: "2001:db8:1:3::/64", because: "that is another" },
  { ip: "2001:db8::1", counted: "2001:db8:0:0::/64", because: "noughts may be left out" },
  { ip: "::1", counted: "0:0:0:0::/64", because: "this machine has a network too" },
  { ip: "fe80::1%eth0", counted: "fe80:0:0:0::/64", because: "the card is ours, not theirs" },
  { ip: "unknown", counted: "unknown", because: "what is no address is counted as it is" },
])("$ip is counted as $counted: $because", ({ ip, counted }) => {
  expect(networkOf(ip)).toBe(counted);
});

test("who changes the address within one network of IPv6 is counted on", async () => {
  const from = (remoteAddress: string) =>
    app.program.app.inject({ url: "/api/v1/procedures?q=khai%20sinh", remoteAddress });
  expect((await from("2001:db8::1")).statusCode).toBe(200);
  await cameBefore(PUBLIC_RATE.hitsMax);
  expect((await from("2001:db8::2")).statusCode).toBe(429);
  expect((await from("2001:db8:0:1::2")).statusCode).toBe(200);
  app.clock.advance(PUBLIC_RATE.windowMs + 1);
});

test("clerks who are signed in are not counted, however many sit behind one address", async () => {
  const clerk = await app.signIn("lan.clerk");
  await app.anonymous.get(PUBLIC[0] ?? "");
  await cameBefore(PUBLIC_RATE.hitsMax * 10);
  for (const path of PUBLIC) expect((await clerk.get(path)).status).toBe(200);
  expect((await app.anonymous.get(PUBLIC[0] ?? "")).status).toBe(429);
});
