import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type Instant, addMilliseconds, millisecondsBetween } from "#domain/shared/instant.ts";
import { answerAdmin } from "./admin-post.ts";
import { SimulatedPost } from "./simulated-post.ts";

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly adminPort: number;
  readonly seed: number;
  /** Where its clock begins. */
  readonly startsAt: Instant;
  /** So many times as fast as the world its clock goes; 0: only as it is told. */
  readonly speed: number;
  readonly now: () => Instant;
}

export interface ServedPost {
  /** Where it speaks the protocol. */
  readonly url: string;
  /** Where it is told how to behave: on this machine only. */
  readonly admin: string;
  readonly close: () => Promise<void>;
}

const KEY = "simulator";
const SECRET = "simulator";
const BODY_BYTES_MAX = 1_000_000;
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** Serves a simulated carrier over HTTP, and its switchboard on a port of its own. Key and secret are `simulator`. */
export async function servePost(options: ServeOptions): Promise<ServedPost> {
  const post = new SimulatedPost(options.seed, options.startsAt);
  const tick = ticking(post, options);
  const tokens = new Map<string, Instant>();
  const carrier = createServer((asked, answer) => {
    tick();
    serve(post, tokens, asked, answer).catch(() => asked.socket.destroy());
  });
  const admin = createServer((asked, answer) => {
    tick();
    answerAdmin(post, tokens, asked, answer, readBody).catch(() => asked.socket.destroy());
  });
  return {
    url: await listen(carrier, options.port),
    admin: await listen(admin, options.adminPort),
    close: async () => {
      for (const server of [carrier, admin]) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}

/** Moves the simulator's clock to where the world's clock has brought it. */
function ticking(post: SimulatedPost, { speed, now }: ServeOptions): () => void {
  let seen = now();
  return () => {
    const at = now();
    const gone = Math.max(0, millisecondsBetween(seen, at)) * speed;
    seen = at;
    if (gone > 0) post.step(Math.floor(gone));
  };
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`;
}

type Tokens = Map<string, Instant>;

async function serve(post: SimulatedPost, tokens: Tokens, asked: IncomingMessage, answer: ServerResponse) {
  const { behaviour } = post;
  const url = new URL(asked.url ?? "/", "http://simulator");
  if (behaviour.delayMs > 0) await wait(behaviour.delayMs, undefined, { ref: false });
  const isToken = url.pathname === "/token";
  if (post.isDown() || (isToken && behaviour.tokensDown)) {
    asked.socket.destroy();
    return;
  }
  const text = await readBody(asked);
  if (isToken) {
    giveToken(post, tokens, asked, answer);
    return;
  }
  if (mayEnter(post, tokens, asked)) answerBadly(post, asked, answer, () => act(post, url, text));
  else say(answer, 401, { error: "invalid_token" });
}

interface Said {
  readonly status: number;
  readonly body: unknown;
}

/** Does what was asked and says so; or not, by its behaviour: a connection is cut before or after it was done. */
function answerBadly(
  post: SimulatedPost,
  asked: IncomingMessage,
  answer: ServerResponse,
  doIt: () => Said,
): void {
  const { errorShare, cutShare, garbageShare } = post.behaviour;
  if (post.chance(errorShare)) {
    answer.writeHead(503).end("Service Unavailable");
    return;
  }
  const cut = post.chance(cutShare);
  const said = cut && post.chance(50) ? null : doIt();
  if (cut || said === null) asked.socket.destroy();
  else if (post.chance(garbageShare)) answer.writeHead(200, JSON_TYPE).end("<html>502</html>");
  else say(answer, said.status, said.body);
}

/** Basic base64(key:secret) and grant_type=client_credentials. */
function giveToken(
  post: SimulatedPost,
  tokens: Tokens,
  asked: IncomingMessage,
  answer: ServerResponse,
): void {
  const wanted = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString("base64")}`;
  if (asked.headers.authorization !== wanted) {
    say(answer, 401, { error: "invalid_client" });
    return;
  }
  const token = `t${tokens.size + 1}-${post.below(1_000_000_000)}`;
  const { tokenSeconds } = post.behaviour;
  tokens.set(token, addMilliseconds(post.now(), tokenSeconds * 1000));
  say(answer, 200, { access_token: token, token_type: "Bearer", expires_in: tokenSeconds });
}

function mayEnter(post: SimulatedPost, tokens: Tokens, asked: IncomingMessage): boolean {
  const until = tokens.get(asked.headers.authorization?.replace(/^Bearer /, "") ?? "");
  return until !== undefined && post.now() < until;
}

function act(
  post: SimulatedPost,
  url: URL,
  text: string,
): { readonly status: number; readonly body: unknown } {
  if (url.pathname === "/getOrderTracking") {
    const size = Number(url.searchParams.get("pageSize"));
    const pageSize = Number.isInteger(size) && size > 0 ? size : 100;
    return { status: 200, body: post.page(url.searchParams.get("lastId") ?? "", pageSize) };
  }
  const fields = fieldsOf(text);
  if (!fields) return { status: 400, body: { status: "400", message: "Không đọc được" } };
  if (url.pathname === "/order") return { status: 200, body: post.order(fields) };
  if (url.pathname === "/cancelOrder")
    return {
      status: 200,
      body:
        fields["Reason"] === "RECALL"
          ? post.recall(String(fields["OrderNumber"]))
          : post.cancel(String(fields["OrderNumber"])),
    };
  return { status: 404, body: { status: "404", message: "Không có" } };
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function say(answer: ServerResponse, status: number, body: unknown): void {
  answer.writeHead(status, JSON_TYPE).end(JSON.stringify(body));
}

async function readBody(asked: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of asked) {
    bytes += (chunk as Buffer).length;
    if (bytes > BODY_BYTES_MAX) throw new RangeError("the request is longer than any order");
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
