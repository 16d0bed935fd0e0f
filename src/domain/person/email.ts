import { type Result, done, refuse } from "../shared/result.ts";
import { cleanText } from "./written-text.ts";

export const EMAIL_PROBLEMS = ["email_malformed"] as const;
export type EmailProblem = (typeof EMAIL_PROBLEMS)[number];

/** The longest address that mail servers carry (RFC 5321). */
const MAX_LENGTH = 254;

const SHAPE = /^[^\s@<>()[\],;:\\"\p{C}]+@[^\s@.<>()[\],;:\\"\p{C}]+(\.[^\s@.<>()[\],;:\\"\p{C}]+)+$/u;

/**
 * An e-mail address by its shape: one @ with something before it and a dotted name after it, and none of the signs
 * with which a header would name several addresses. Whether anybody reads it, only a sent message can tell. The case
 * is kept.
 * @example readEmail(" hong@example.vn ") → done("hong@example.vn")
 */
export function readEmail(text: string): Result<string, EmailProblem> {
  const address = cleanText(text);
  if (address.length > MAX_LENGTH || !SHAPE.test(address)) {
    return refuse("email_malformed");
  }
  return done(address);
}
