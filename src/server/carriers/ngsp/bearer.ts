import { type Instant, addMilliseconds, laterOf } from "#domain/shared/instant.ts";
import { type CarrierAnswer, failure } from "../carrier.ts";
import { request } from "./ngsp-request.ts";

/** A token is not used in its last half minute: it could end on the way. */
const SPARE_MS = 30_000;
/** What a token that does not say so is good for. */
const USUAL_SECONDS = 300;

export interface BearerOptions {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly timeoutMs: number;
  readonly now: () => Instant;
}

/** Tokens of OAuth2 by client credentials (RFC 6749, 4.4), key and secret as Basic (2.3.1). */
export interface Bearer {
  readonly get: () => Promise<CarrierAnswer<string, "carrier_away" | "carrier_refused">>;
  /** This token was not taken: the next one is asked for. */
  readonly drop: (token: string) => void;
}

type Answer = CarrierAnswer<string, "carrier_away" | "carrier_refused">;

/** One token for all, until it ends; two who need one at one moment ask once. */
export function openBearer(options: BearerOptions): Bearer {
  let kept: { readonly token: string; readonly until: Instant } | null = null;
  let asking: Promise<Answer> | null = null;
  const ask = async (): Promise<Answer> => {
    const { key, secret, now } = options;
    const basic = Buffer.from(`${encodeURIComponent(key)}:${encodeURIComponent(secret)}`).toString("base64");
    const answer = await request({
      url: options.url,
      method: "POST",
      headers: {
        authorization: `Basic ${basic}`,
        "content-type": "application/x-www-form-urlencoded",
        accept: "application/json",
      },
      body: "grant_type=client_credentials",
      timeoutMs: options.timeoutMs,
    });
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status >= 400) return failure("carrier_refused", `token: HTTP ${status}`);
    const told = (typeof body === "object" && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
    const token = told["access_token"];
    if (typeof token !== "string" || token === "")
      return failure("carrier_away", "token: no token in the answer");
    const seconds = Number(told["expires_in"] ?? USUAL_SECONDS);
    const lifeMs = Math.max(0, (Number.isFinite(seconds) ? seconds : USUAL_SECONDS) * 1000 - SPARE_MS);
    kept = { token, until: addMilliseconds(now(), Math.min(lifeMs, 86_400_000)) };
    return { ok: true, value: token };
  };
  return {
    get: async () => {
      const now = options.now();
      if (kept && kept.until !== now && laterOf(kept.until, now) === kept.until)
        return { ok: true, value: kept.token };
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    drop: (token) => {
      if (kept?.token === token) kept = null;
    },
  };
}
