import { isIPv6 } from "node:net";
import type { RouteContract } from "#contract/route.ts";
import { type Refusal, refuse } from "#domain/shared/result.ts";
import type { FastifyRequest } from "fastify";
import { withinRate } from "../db/rate-limit.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../ledgers/actor.ts";

/** Far more than people behind one address look up, a whole hall of them too; a program that copies has to wait. */
export const PUBLIC_RATE = { hitsMax: 600, windowMs: 60_000 };

/** True while what is open to everybody was not read more than {@link PUBLIC_RATE} from this address. */
export function withinPublicRate({ db, clock }: Deps, { ip }: FastifyRequest): Promise<boolean> {
  return withinRate(db, `public:${networkOf(ip)}`, PUBLIC_RATE, clock.now());
}

/**
 * `too_many_requests` where somebody who is not signed in has read more than {@link PUBLIC_RATE} of what is open to
 * everybody, all such routes together, by the address that the request came from. Who has a session is not counted:
 * many clerks sit behind one address. Signing in has a bound of its own.
 */
export async function tooManyFromOutside(
  deps: Deps,
  { method, permission }: RouteContract,
  request: FastifyRequest,
  actor: Actor | null,
): Promise<Refusal<"too_many_requests"> | undefined> {
  if (permission !== "public" || method !== "GET" || actor) return undefined;
  return (await withinPublicRate(deps, request))
    ? undefined
    : refuse("too_many_requests", { minutes: PUBLIC_RATE.windowMs / 60_000 });
}

/**
 * Who is counted as one: an address of IPv4, and of IPv6 the network of 64 bits that one subscriber is given at the
 * least (RFC 6177), since its addresses are free for the taking.
 * @example networkOf("2001:db8:1:2:3::4") → "2001:db8:1:2::/64"; networkOf("::ffff:192.0.2.1") → "192.0.2.1"
 */
export function networkOf(ip: string): string {
  const [address = ""] = ip.split("%"); // Behind it stands the own network card, as in fe80::1%eth0.
  if (!isIPv6(address)) return ip;
  const [before = "", after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const head = before.split(":").filter(Boolean);
  const tail = (after ?? "").split(":").filter(Boolean);
  const parts = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => "0"), ...tail];
  if (parts.slice(0, 6).join(":") === "0:0:0:0:0:ffff") return v4Of(parts.slice(6));
  return `${parts.slice(0, 4).join(":")}::/64`;
}

function v4Of(parts: readonly string[]): string {
  return parts
    .map((part) => Number.parseInt(part, 16))
    .flatMap((part) => [part >> 8, part & 0xff])
    .join(".");
}
