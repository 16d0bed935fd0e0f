import { type CarrierAnswer, failure } from "../carrier.ts";

/** More than any honest page is; a server that sends more would fill the memory. */
const ANSWER_BYTES_MAX = 8_000_000;

export interface NgspAnswer {
  readonly status: number;
  /** Undefined when the body is no JSON. */
  readonly body: unknown;
}

export interface NgspRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/** One request: an answer of the server, or `carrier_away` when there was none that can be meant. */
export async function request(asked: NgspRequest): Promise<CarrierAnswer<NgspAnswer, "carrier_away">> {
  try {
    const answer = await fetch(asked.url, {
      method: asked.method,
      headers: asked.headers,
      ...(asked.body !== undefined && { body: asked.body }),
      redirect: "error",
      signal: AbortSignal.timeout(asked.timeoutMs),
    });
    const text = await readBody(answer);
    if (text === null) return failure("carrier_away", "the answer is longer than any page");
    if (answer.status >= 500 || answer.status === 429)
      return failure("carrier_away", `HTTP ${answer.status}`);
    return { ok: true, value: { status: answer.status, body: parsed(text) } };
  } catch (error) {
    return failure("carrier_away", reasonOf(error));
  }
}

async function readBody(answer: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Each text and each number of a JSON document. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** A whole number that JavaScript cannot hold: two such ids would be read as one. */
const TOO_LONG = /^-?\d{16,}$/;

/** @example keptWhole("1234567890123456781") → "\"1234567890123456781\"" */
function keptWhole(part: string): string {
  return TOO_LONG.test(part) ? `"${part}"` : part;
}

function parsed(text: string): unknown {
  try {
    // Some servers begin a text with the mark of its byte order.
    return JSON.parse(text.replace(/^\ufeff/, "").replaceAll(TEXT_OR_NUMBER, keptWhole));
  } catch {
    return undefined;
  }
}

/** Why a connection failed, without the address, which may hold what is not for a log. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no connection";
  const cause: unknown = error.cause;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : null;
  return code ?? error.name;
}
