import type { CarrierDialect } from "#domain/postal/read-carrier-statuses.ts";
import type { Instant } from "#domain/shared/instant.ts";
import {
  type Accepted,
  type Carrier,
  type CarrierAnswer,
  type PostalParty,
  type ShipmentOrder,
  failure,
} from "../carrier.ts";
import { type Bearer, openBearer } from "./bearer.ts";
import { type NgspAnswer, request } from "./ngsp-request.ts";
import { readTracking } from "./read-tracking.ts";
import { keptText, textOf, waybillOf } from "./told-text.ts";

export interface NgspOptions {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly customerCode: string;
  readonly key: string;
  readonly secret: string;
  readonly dialect: CarrierDialect;
  readonly now: () => Instant;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
const RECALL = "RECALL";
type Failing = "carrier_away" | "carrier_refused";

/**
 * A carrier behind the protocol that VNPost speaks through NGSP, with the fields of domain.md 8.1: OAuth2 client
 * credentials, an order, its cancellation, and the feed of what happened, paged by the last id.
 */
export function ngspCarrier(options: NgspOptions): Carrier {
  const { url, customerCode, dialect, now, timeoutMs = TIMEOUT_MS } = options;
  const { key, secret } = options;
  const bearer = openBearer({ url: url + dialect.paths.token, key, secret, timeoutMs, now });
  const call = (method: "GET" | "POST", path: string, body?: unknown) =>
    withToken(bearer, (token) =>
      request({
        url: url + path,
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: "application/json",
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        timeoutMs,
      }),
    );
  const giveUp = async (body: unknown): Promise<CarrierAnswer<null, Failing>> => {
    const answer = await call("POST", dialect.paths.cancel, body);
    if (!answer.ok) return answer;
    const read = readOrdered(answer.value, dialect);
    if (read.ok || read.code === "already_ordered") return { ok: true, value: null };
    return failure(read.code, read.message);
  };
  return {
    name: options.name,
    order: async (order) => {
      const answer = await call("POST", dialect.paths.order, orderBody(customerCode, order));
      return answer.ok ? readOrdered(answer.value, dialect) : answer;
    },
    cancel: (orderNumber) => giveUp({ CustomerCode: customerCode, OrderNumber: orderNumber }),
    // No source has a request for recalling: it is the cancellation with a reason (inference, ours; unconfirmed).
    recall: (orderNumber) => giveUp({ CustomerCode: customerCode, OrderNumber: orderNumber, Reason: RECALL }),
    track: async (afterId, pageSize) => {
      const query = new URLSearchParams({ pageSize: String(pageSize), lastId: afterId ?? "" });
      const answer = await call("GET", `${dialect.paths.tracking}?${query.toString()}`);
      if (!answer.ok) return answer;
      const rows = rowsOf(answer.value.body);
      if (answer.value.status >= 400) return failure("carrier_refused", `HTTP ${answer.value.status}`);
      if (!rows) return failure("carrier_away", "the answer is no list of events");
      const page = readTracking(rows, afterId, { source: options.name, dialect, heardAt: now() });
      return { ok: true, value: page };
    },
  };
}

/** A token that is not taken any more is asked for anew, once. */
async function withToken(
  bearer: Bearer,
  ask: (token: string) => Promise<CarrierAnswer<NgspAnswer, "carrier_away">>,
): Promise<CarrierAnswer<NgspAnswer, Failing>> {
  const first = await bearer.get();
  if (!first.ok) return first;
  const answer = await ask(first.value);
  if (!answer.ok || answer.value.status !== 401) return answer;
  bearer.drop(first.value);
  const second = await bearer.get();
  if (!second.ok) return second;
  const again = await ask(second.value);
  if (again.ok && again.value.status === 401) return failure("carrier_refused", "HTTP 401");
  return again;
}

/** @returns the fields of domain.md 8.1; a district that an address does not have is left out */
function orderBody(customerCode: string, order: ShipmentOrder): Readonly<Record<string, unknown>> {
  return {
    CustomerCode: customerCode,
    OrderNumber: order.orderNumber,
    CODAmount: order.codAmount,
    ...partyFields("Sender", order.sender),
    SenderDesc: order.papers,
    Description: order.description,
    ...partyFields("Receiver", order.recipient),
  };
}

function partyFields(end: "Sender" | "Receiver", party: PostalParty): Readonly<Record<string, string>> {
  return {
    [`${end}Name`]: party.name,
    [`${end}Address`]: party.address,
    [`${end}Tel`]: party.phone,
    [`${end}Province`]: party.province,
    ...(party.district !== null && { [`${end}District`]: party.district }),
    ...(party.email !== null && { [`${end}Email`]: party.email }),
  };
}

/** `{status, message}`: done, had before, or no. What is none of it says nothing of the order. */
function readOrdered({ status, body }: NgspAnswer, dialect: CarrierDialect): CarrierAnswer<Accepted> {
  const told = (typeof body === "object" && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const said = told["status"];
  const message = textOf(told["message"]) ?? "";
  if (typeof said !== "string" && typeof said !== "number")
    return status >= 400
      ? failure("carrier_refused", `HTTP ${status}`)
      : failure("carrier_away", "no status");
  const code = keptText(String(said));
  if (dialect.already.includes(code)) return failure("already_ordered", message);
  if (!dialect.accepted.includes(code)) return failure("carrier_refused", `${code} ${message}`.trim());
  return { ok: true, value: { waybill: waybillOf(told["ItemCode"]) } };
}

/** A list, or an object that has it as `data`: both are seen at such interfaces (inference, ours). */
function rowsOf(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  const data: unknown = typeof body === "object" && body !== null && "data" in body ? body.data : null;
  return Array.isArray(data) ? data : null;
}
