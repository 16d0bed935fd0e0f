import { randomUUID } from "node:crypto";
import { FILE_BYTES_MAX } from "#contract/files.ts";
import { API_PREFIX } from "#contract/route.ts";
import { REFUSALS } from "#contract/refusals.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

describe("a refusal", () => {
  test("is a problem document with a stable code, and the number of the request", async () => {
    const refused = await app.anonymous.get("/session");
    expect(refused.headers["content-type"]).toBe("application/problem+json");
    expect(refused.body).toEqual({
      type: "urn:motcua:problem:not_signed_in",
      title: REFUSALS.not_signed_in.title,
      status: 401,
      code: "not_signed_in",
      details: {},
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    const line = app.logged
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find((one) => one["reqId"] === refused.body["requestId"]);
    expect(line).toMatchObject({ method: "GET", route: `${API_PREFIX}/session`, status: 401 });
  });

  test.each([
    { what: "a path that is not there", send: () => clerk.get("/attic"), code: "not_found" },
    { what: "an id that is none", send: () => clerk.get("/dossiers/1"), code: "input_malformed" },
    {
      what: "a query that nobody knows",
      send: () => clerk.get("/procedures?colour=red"),
      code: "input_malformed",
    },
    { what: "a query given twice", send: () => clerk.get("/procedures?q=a&q=b"), code: "input_malformed" },
    { what: "a query with a NUL", send: () => clerk.get("/procedures?q=%00"), code: "text_unreadable" },
    { what: "a search with a NUL", send: () => clerk.get("/dossiers?q=%00"), code: "text_unreadable" },
    {
      what: "a sign-in with a NUL",
      send: () => app.anonymous.send("POST", "/session", { username: "\u0000", password: "", code: "" }),
      code: "input_malformed",
    },
    {
      what: "a sign-in without a code",
      send: () => app.anonymous.send("POST", "/session", { username: "a", password: "b" }),
      code: "input_malformed",
    },
    {
      what: "a body that is no JSON",
      send: () => clerk.send("PUT", `/drafts/${randomUUID()}`, "{", { type: "application/json" }),
      code: "input_malformed",
    },
    {
      what: "a body of another kind",
      send: () => clerk.send("PUT", `/drafts/${randomUUID()}`, "<a/>", { type: "text/xml" }),
      code: "input_malformed",
    },
    {
      what: "a form, which any page could post",
      send: () =>
        app.anonymous.send("POST", "/session", "username=lan.clerk&password=b&code=1", {
          type: "application/x-www-form-urlencoded",
        }),
      code: "input_malformed",
    },
    {
      what: "a body nested beyond measure",
      send: () =>
        clerk.send(
          "PUT",
          `/drafts/${randomUUID()}`,
          `{"version":0,"title":"","content":{"a":${"[".repeat(60_000)}${"]".repeat(60_000)}}}`,
          { type: "application/json" },
        ),
      code: "input_malformed",
    },
    {
      what: "a version that no row can have",
      send: () =>
        clerk.send("PUT", `/drafts/${randomUUID()}`, { version: 2_147_483_647, title: "", content: {} }),
      code: "input_malformed",
    },
    {
      what: "a path that no router can read",
      send: () => clerk.get("/procedures/%ED%A0%80"),
      code: "input_malformed",
    },
    {
      what: "a file of nobody, before it is read",
      send: () =>
        app.anonymous.send(
          "POST",
          `/dossiers/${randomUUID()}/files?name=a&purpose=result`,
          Buffer.alloc(FILE_BYTES_MAX + 1),
          { type: "application/octet-stream" },
        ),
      code: "not_signed_in",
    },
    {
      what: "a body that is too large",
      send: () =>
        clerk.send("PUT", `/drafts/${randomUUID()}`, {
          version: 0,
          title: "",
          content: { a: "x".repeat(300_000) },
        }),
      code: "input_too_large",
    },
  ])("$what is $code", async ({ send, code }) => {
    const { status, body } = await send();
    expect([status, body["code"]]).toEqual([REFUSALS[code as keyof typeof REFUSALS].status, code]);
  });
});

describe("somebody whose post leads nowhere", () => {
  test("is told so, and gets no error of the program", async () => {
    await app.owner.query(
      "insert into nation.post_office values (gen_random_uuid(), 'post:closed', 'Bưu điện không có quầy', '', '2025-07-01')",
    );
    const id = await employ(app, "ut.clerk", []);
    await app.owner.query(
      `insert into nation.staff_post (id, account_id, role, post_office_id, valid_from)
       select gen_random_uuid(), $1, 'postalClerk', id, '2025-07-01' from nation.post_office where key = 'post:closed'`,
      [id],
    );
    const ut = await app.signIn("ut.clerk");
    expect((await ut.get("/session")).body).toMatchObject({ roles: ["postalClerk"] });
    expect((await ut.get("/counters")).body).toEqual({ counters: [] });
    for (const url of ["/drafts", "/dossiers?q=nhung", "/queues/returning", `/dossiers/${randomUUID()}`]) {
      expect([url, (await ut.get(url)).status, (await ut.get(url)).body["code"]]).toEqual([
        url,
        403,
        "permission_missing",
      ]);
    }
  });
});

describe("every answer", () => {
  test("is kept by no browser when it is for somebody signed in", async () => {
    expect((await clerk.get("/session")).headers["cache-control"]).toBe("no-store");
    expect((await clerk.get(`/dossiers/${randomUUID()}`)).headers["cache-control"]).toBe("no-store");
    expect((await clerk.get("/procedures")).headers["cache-control"]).toBeUndefined();
  });

  test("to a cursor that was made up is the first page", async () => {
    const far = Buffer.from(JSON.stringify(["+275760-09-13T00:00:00.000Z", randomUUID()])).toString(
      "base64url",
    );
    expect((await clerk.get(`/queues/returning?after=${far}`)).status).toBe(200);
  });

  test("forbids whatever an answer of the API does not need", async () => {
    const { headers } = await clerk.get("/session");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(String(headers["content-security-policy"])).toMatch(
      /default-src 'none'.*base-uri 'none'.*frame-ancestors 'self'/,
    );
  });

  test.each([
    { url: `${API_PREFIX}/attic`, status: 404 },
    { url: "/api/attic", status: 404 },
    { url: "/api", status: 404 },
    { url: "/api/openapi.json", status: 200 },
    { url: `${API_PREFIX}/procedures/%zz`, status: 400 },
  ])("forbids the same where no route answers: $url", async ({ url, status }) => {
    const { statusCode, headers } = await app.program.app.inject({ url });
    expect(statusCode).toBe(status);
    expect(headers["content-type"]).toContain("json");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("is logged by its route, without query, name, cookie or address", async () => {
    await clerk.get("/dossiers?q=nhung");
    const lines = app.logged.join("\n");
    expect(lines).toContain(`"route":"${API_PREFIX}/dossiers"`);
    expect(lines).not.toMatch(/nhung|lan\.clerk|motcua_session|127\.0\.0\.1/);
  });
});
