import { randomUUID } from "node:crypto";
import { DEMO_PASSWORD } from "../../db/demo/people.ts";

/** A person of the demo over real HTTP, as a browser would speak. */
export interface HttpClient {
  readonly get: (path: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly send: (
    method: "POST" | "PUT",
    path: string,
    body: unknown,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
}

export async function signInOverHttp(
  base: string,
  username: string,
  counterLabel: string,
): Promise<HttpClient> {
  const demo = (await (await fetch(`${base}/api/v1/demo/accounts`)).json()) as {
    accounts: { username: string; code: string }[];
  };
  const code = demo.accounts.find((account) => account.username === username)?.code;
  const answer = await fetch(`${base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: DEMO_PASSWORD, code }),
  });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const call = async (method: string, path: string, body?: unknown) => {
    const reply = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        "idempotency-key": randomUUID(),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  const client: HttpClient = {
    get: (path) => call("GET", path),
    send: (method, path, body) => call(method, path, body),
  };
  const { counters } = (await client.get("/counters")).body as {
    counters: { id: string; label: string; receptionPoint: string }[];
  };
  const counter = counters.find((candidate) =>
    `${candidate.receptionPoint} ${candidate.label}`.includes(counterLabel),
  );
  await client.send("PUT", "/session/counter", { counterId: counter?.id });
  return client;
}
