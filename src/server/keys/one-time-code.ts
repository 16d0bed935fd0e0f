import { Secret, TOTP } from "otpauth";
import { type Instant, millisecondsBetween, instant } from "#domain/shared/instant.ts";

/** RFC 6238 as every authenticator app has it: SHA-1, 6 digits, 30 seconds. */
const PERIOD_SECONDS = 30;
const EPOCH = instant(0);

function totp(secret: string): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD_SECONDS,
    algorithm: "SHA1",
  });
}

/** A new shared secret, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The code that an authenticator shows at this moment. */
export function codeAt(secret: string, now: Instant): string {
  return totp(secret).generate({ timestamp: millisecondsBetween(EPOCH, now) });
}

/** Seconds until the code changes. */
export function codeChangesIn(now: Instant): number {
  return PERIOD_SECONDS - (Math.floor(millisecondsBetween(EPOCH, now) / 1000) % PERIOD_SECONDS);
}

/**
 * The time step of a typed code, one step early or late allowed for clocks that differ; null when it is wrong.
 * The caller keeps the last step used, because a code counts once.
 */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  const timestamp = millisecondsBetween(EPOCH, now);
  const delta = totp(secret).validate({ token: code.replace(/\s/g, ""), timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
