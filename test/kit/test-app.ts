import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AppOptions } from "#server/http/app.ts";
import { openKeyRing } from "#server/keys/key-ring.ts";
import type { NoticeSettings } from "#server/notice-settings.ts";
import { type Program, openProgram } from "#server/program.ts";
import { DEMO_PASSWORD } from "../../db/demo/people.ts";
import { Client as PgClient, Pool } from "pg";
import { pino } from "pino";
import { inject } from "vitest";
import { watchLedgers } from "./ledger-watch.ts";
import type { Connection, TestServer } from "./servers.ts";
import { type TestClock, testClock } from "./test-clock.ts";

export interface TestApp {
  readonly program: Program;
  readonly clock: TestClock;
  /** The schema's owner, to look behind the application's back. */
  readonly owner: Pool;
  readonly database: { readonly owner: Connection; readonly app: Connection };
  /** Where the files of dossiers lie, in a folder of its own. */
  readonly dataFolder: string;
  /** Lines that the program logged. */
  readonly logged: string[];
  /** A person of the demo, signed in; a clerk or officer also sits down at the named counter. */
  readonly signIn: (username: string, counterLabel?: string) => Promise<Client>;
  /** What the authenticator of a person of the demo shows now; it counts once. */
  readonly codeOf: (username: string) => Promise<string>;
  readonly anonymous: Client;
  /** One more program on the same database, as a second process would be, with a clock of its own. */
  readonly another: (clock: TestClock) => Promise<AnotherProgram>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface AnotherProgram {
  readonly program: Program;
  readonly signIn: TestApp["signIn"];
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, unknown>;
  readonly bytes: Buffer;
}

export interface Client {
  readonly get: (path: string) => Promise<Reply>;
  readonly send: (
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    options?: { readonly key?: string; readonly type?: string },
  ) => Promise<Reply>;
}

/** A program of its own on a database of its own, cloned from the gate's template. */
export async function testApp(
  options: {
    postgres?: 15 | 18;
    jobs?: boolean;
    site?: AppOptions["site"];
    notices?: NoticeSettings;
    /** The tests write rows past the ledgers, which are then not compared with them after each test. */
    inventsRows?: boolean;
  } = {},
): Promise<TestApp> {
  const server = inject("servers")[String(options.postgres ?? 18)];
  if (!server) throw new Error("the gate has started its servers");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onTemplate(server, `create database ${name} template ${server.template} owner ${server.owner.user}`);
  const files = mkdtempSync(path.join(os.tmpdir(), "motcua-files-"));
  const database = { owner: { ...server.owner, database: name }, app: { ...server.app, database: name } };
  const clock = testClock();
  const logged: string[] = [];
  const ring = await openKeyRing(server.dataDir);
  const open = (byClock: TestClock, jobs: boolean) =>
    openProgram({
      config: {
        publicUrl: "http://localhost",
        trustProxy: false,
        ...(options.notices && { notices: options.notices }),
      },
      database: {
        ownerConfig: database.owner,
        appConfig: database.app,
        dataDir: files,
        appRole: server.appRole,
      },
      ring,
      clock: byClock,
      log: pino({ base: null }, { write: (line: string) => void logged.push(line) }),
      site: options.site ?? null,
      jobs,
    });
  const program = await open(clock, options.jobs ?? false);
  const watch = options.inventsRows ? null : watchLedgers(database.owner);
  const owner = new Pool({ ...database.owner, max: 4 });
  owner.on("error", () => undefined); // Its last connections may still be closing when the database is dropped.
  return {
    program,
    clock,
    owner,
    database,
    dataFolder: files,
    logged,
    signIn: (username, counterLabel) => signIn(program, clock, username, counterLabel),
    codeOf: (username) => codeOf(program, username),
    anonymous: client(program, ""),
    another: async (byClock) => {
      const second = await open(byClock, false);
      return {
        program: second,
        signIn: (username, counterLabel) => signIn(second, byClock, username, counterLabel),
        [Symbol.asyncDispose]: () => second.close(),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await watch?.close();
      await program.close();
      await owner.end();
      await onTemplate(server, `drop database ${name} with (force)`);
      rmSync(files, { recursive: true, force: true });
    },
  };
}

async function onTemplate(server: TestServer, sql: string): Promise<void> {
  const admin = new PgClient({ ...server.superuser, database: "postgres" });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/** What the authenticator of a person of the demo shows now. */
async function codeOf(program: Program, username: string): Promise<string> {
  const demo = await client(program, "").get("/demo/accounts");
  const accounts = demo.body["accounts"] as { username: string; code: string }[];
  return accounts.find((account) => account.username === username)?.code ?? "";
}

async function signIn(
  program: Program,
  clock: TestClock,
  username: string,
  counterLabel?: string,
): Promise<Client> {
  clock.advance(30_000); // A code counts once: the next person's turn is the next code.
  const code = await codeOf(program, username);
  const answer = await program.app.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { username, password: DEMO_PASSWORD, code },
  });
  if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`);
  const signedIn = client(program, String(answer.headers["set-cookie"]).split(";")[0] ?? "");
  if (counterLabel === undefined) return signedIn;
  const { counters } = (await signedIn.get("/counters")).body as {
    counters: { id: string; label: string; receptionPoint: string }[];
  };
  const counter = counters.find((candidate) =>
    `${candidate.receptionPoint} ${candidate.label}`.includes(counterLabel),
  );
  if (!counter) throw new Error(`${username} may not serve ${counterLabel}`);
  const seated = await signedIn.send("PUT", "/session/counter", { counterId: counter.id });
  if (seated.status !== 200)
    throw new Error(`${username} could not sit down: ${JSON.stringify(seated.body)}`);
  return signedIn;
}

function client({ app }: Program, cookie: string): Client {
  const call = async (
    method: string,
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const answer = await app.inject({
      method: method as "GET",
      url: `/api/v1${url}`,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    });
    const json = String(answer.headers["content-type"] ?? "").includes("json");
    return {
      status: answer.statusCode,
      body: json ? (answer.json() as Record<string, unknown>) : {},
      headers: answer.headers,
      bytes: answer.rawPayload,
    };
  };
  return {
    get: (url) => call("GET", url),
    send: (method, url, body, options = {}) =>
      call(method, url, body, {
        "idempotency-key": options.key ?? randomUUID(),
        ...(options.type !== undefined && { "content-type": options.type }),
      }),
  };
}
