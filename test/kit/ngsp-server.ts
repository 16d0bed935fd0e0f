import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";

/** What somebody asked the server for. */
export interface NgspAsked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface NgspServer {
  readonly url: string;
  readonly asked: readonly NgspAsked[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** An answer: status and body, as it was written down. */
export interface Recorded {
  readonly status?: number;
  readonly body: string;
}

/** A server that says what is written down, and keeps what it was asked: it knows nothing of our own code. */
export async function ngspServer(answerOf: (asked: NgspAsked) => Recorded): Promise<NgspServer> {
  const asked: NgspAsked[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const one = {
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body: await readAll(request),
    };
    asked.push(one);
    const { status = 200, body: said } = answerOf(one);
    response.writeHead(status, { "content-type": "application/json" }).end(said);
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A server that behaves: orders, cancels and tells, by the fields of domain.md 8.1. */
export function wellBehaved(): {
  readonly answer: (asked: NgspAsked) => Recorded;
  readonly report: (orderNumber: string, code: number, at: number) => void;
} {
  const orders = new Map<string, "open" | "cancelled">();
  const rows: Record<string, unknown>[] = [];
  const say = (value: unknown): Recorded => ({ body: JSON.stringify(value) });
  const numberOf = (body: string) => String((JSON.parse(body) as Record<string, unknown>)["OrderNumber"]);
  const answer = ({ path, body }: NgspAsked): Recorded => {
    if (path === "/token") return say({ access_token: "recorded", token_type: "Bearer", expires_in: 3600 });
    if (path === "/order") {
      const known = orders.has(numberOf(body));
      orders.set(numberOf(body), orders.get(numberOf(body)) ?? "open");
      return say(known ? { status: "101", message: "Đã có" } : { status: "100", message: "OK" });
    }
    if (path === "/cancelOrder") {
      if (!orders.has(numberOf(body))) return say({ status: "404", message: "Không có" });
      orders.set(numberOf(body), "cancelled");
      return say({ status: "100", message: "OK" });
    }
    const query = new URL(path, "http://ngsp").searchParams;
    const lastId = query.get("lastId") ?? "";
    const after = rows.filter((row) => String(row["_id"]) > lastId);
    return say(after.slice(0, Number(query.get("pageSize"))));
  };
  const report = (orderNumber: string, code: number, at: number) => {
    const id = (0x65a0_0000 + rows.length).toString(16).padEnd(24, "0");
    rows.push({
      _id: id,
      CustomerCode: "KH001",
      OrderNumber: orderNumber,
      EventTime: at,
      POSID: "871000",
      ItemCode: "PA473124829VN",
      StatusCode: code,
      StatusMessage: "",
      Notes: null,
    });
  };
  return { answer, report };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
