import { randomUUID } from "node:crypto";
import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { deleteSession } from "#server/http/session-store.ts";
import { sha256 } from "#server/keys/key-ring.ts";
import type { Program } from "#server/program.ts";
import { codeAt } from "#server/keys/one-time-code.ts";
import { referenceId } from "#server/units/reference-table.ts";
import type { Employed } from "../employ-people.ts";
import { DEMO_PASSWORD } from "../people.ts";
import type { StaffMember } from "./staff.ts";

/** Sends a request as a person of the demo and gives the answer. @throws Error when it is refused */
export type Caller = (
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object | Buffer,
) => Promise<Readonly<Record<string, unknown>>>;

export interface StaffSessions {
  readonly callerOf: (username: string) => Promise<Caller>;
  /** Signs everybody out. */
  readonly end: () => Promise<void>;
}

const SESSION_MS = 12 * 3_600_000;

interface Session {
  readonly cookie: string;
  readonly tokenHash: Buffer;
  until: Instant;
}

/**
 * Signs each person in once, by password and code, and seats them at their counter. On later days the same session
 * is prolonged instead: forty password hashes a day would take longer than all the dossiers.
 */
export function staffSessions(
  { app, deps }: Program,
  staff: readonly StaffMember[],
  employed: ReadonlyMap<string, Employed>,
): StaffSessions {
  const sessions = new Map<string, Session>();
  const send = async (cookie: string, ...[method, path, body]: Parameters<Caller>) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(cookie && { cookie }),
        "idempotency-key": randomUUID(),
        ...(Buffer.isBuffer(body) && { "content-type": "application/octet-stream" }),
      },
      ...(body !== undefined && { payload: body }),
    });
    if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.body}`);
    return answer;
  };
  const open = async (username: string): Promise<Session> => {
    const now = deps.clock.now();
    const code = codeAt(employed.get(username)?.secret ?? "", now);
    const opened = await send("", "POST", "/session", { username, password: DEMO_PASSWORD, code });
    const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
    const counter = staff.find((person) => person.username === username)?.counter ?? null;
    if (counter !== null) await send(cookie, "PUT", "/session/counter", { counterId: referenceId(counter) });
    return { cookie, tokenHash: sha256(cookie.slice(cookie.indexOf("=") + 1)), until: now };
  };
  const prolong = async (session: Session) => {
    const now = deps.clock.now();
    session.until = addMilliseconds(now, SESSION_MS);
    await deps.db
      .updateTable("nation.session")
      .set({ created_at: now, expires_at: session.until })
      .where("token_hash", "=", session.tokenHash)
      .execute();
  };
  return {
    callerOf: async (username) => {
      const session = sessions.get(username) ?? (await open(username));
      sessions.set(username, session);
      if (session.until <= deps.clock.now()) await prolong(session);
      return async (...request) => (await send(session.cookie, ...request)).json();
    },
    end: async () => {
      for (const { tokenHash } of sessions.values()) await deleteSession(deps.db, tokenHash);
    },
  };
}
