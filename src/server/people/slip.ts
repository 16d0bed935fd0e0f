import type { Slip } from "#contract/people.ts";
import { hash } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import type { Deps } from "../deps.ts";
import { firstSecrets } from "../keys/first-secrets.ts";
import { seal } from "../keys/seal.ts";
import { qrCode } from "../print/codes-svg.ts";

/** The name under which an authenticator lists the account. */
const ISSUER = "Motcua";

/** What the account keeps of a slip: the password's hash, and the authenticator's secret sealed. */
export async function credentialsOf({ ring }: Pick<Deps, "ring">, accountId: string, slipId: string) {
  const { password, authenticator } = firstSecrets(ring, slipId);
  return {
    passwordHash: await hash(password),
    totpSealed: seal(ring, `account.totp:${accountId}`, base32Of(authenticator)),
  };
}

/** The slip as it is handed over, once. */
export function slipOf(
  { ring }: Pick<Deps, "ring">,
  slipId: string,
  person: { readonly username: string; readonly fullName: string },
): Slip {
  const { password, authenticator } = firstSecrets(ring, slipId);
  const secret = base32Of(authenticator);
  const address = new TOTP({ issuer: ISSUER, label: person.username, secret: Secret.fromBase32(secret) });
  return { ...person, password, secret, qr: qrCode(address.toString()) };
}

function base32Of(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}
