import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#domain/shared/instant.ts";
import { changedBehaviour } from "./misbehaviour.ts";
import type { SimulatedPost } from "./simulated-post.ts";

const MINUTE_MS = 60_000;
const STEP_MINUTES_MAX = 525_600;

/**
 * The switchboard of the simulator. `POST /behave` with parts of Misbehaviour; `POST /step {minutes}`; `POST /happen
 * {orderNumber, code, message}`; `POST /hold {orderNumber}`: nothing more happens to it by itself; `POST /forget-tokens`.
 * Each answers with the time of its clock; 400 when it does not understand.
 */
export async function answerAdmin(
  post: SimulatedPost,
  tokens: Map<string, Instant>,
  asked: IncomingMessage,
  answer: ServerResponse,
  readBody: (asked: IncomingMessage) => Promise<string>,
): Promise<void> {
  const text = await readBody(asked);
  const done =
    asked.method === "POST" && (SWITCHES.get(asked.url ?? "")?.(post, fieldsOf(text), tokens) ?? false);
  answer
    .writeHead(done ? 200 : 400, { "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify({ now: post.now(), behaviour: post.behaviour }));
}

type Fields = Readonly<Record<string, unknown>>;
type Switch = (post: SimulatedPost, fields: Fields, tokens: Map<string, Instant>) => boolean;

/** False: it does not understand, and nothing has changed. */
const SWITCHES: ReadonlyMap<string, Switch> = new Map<string, Switch>([
  [
    "/behave",
    (post, fields) => {
      const changed = changedBehaviour(post.behaviour, fields);
      if (changed) post.behaviour = changed;
      return changed !== undefined;
    },
  ],
  [
    "/step",
    (post, { minutes }) => {
      if (typeof minutes !== "number" || !(minutes >= 0 && minutes <= STEP_MINUTES_MAX)) return false;
      post.step(Math.round(minutes * MINUTE_MS));
      return true;
    },
  ],
  [
    "/happen",
    (post, { orderNumber, code, message }) => {
      if (typeof orderNumber !== "string" || !/^\d{1,6}$/.test(String(code))) return false;
      post.happen(orderNumber, String(code), typeof message === "string" ? message : "");
      return true;
    },
  ],
  [
    "/hold",
    (post, { orderNumber }) => {
      if (typeof orderNumber !== "string") return false;
      post.holdBack(orderNumber);
      return true;
    },
  ],
  [
    "/forget-tokens",
    (_post, _fields, tokens) => {
      tokens.clear();
      return true;
    },
  ],
]);

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text || "{}");
    return typeof value === "object" && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}
