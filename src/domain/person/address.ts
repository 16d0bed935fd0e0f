import type { FieldNotes } from "./findings.ts";
import { cleanText, isEmpty, readLine, type Typed } from "./written-text.ts";

/** What a form holds: any part may still be missing. */
export interface AddressInput {
  readonly line?: Typed;
  readonly communeCode?: Typed;
  readonly provinceCode?: Typed;
}

/** An address: one free line, and the codes of commune and province where they were chosen from the list. */
export interface Address {
  readonly line: string;
  readonly communeCode: string | null;
  readonly provinceCode: string | null;
}

export const ADDRESS_FIELDS = ["address.line", "address.communeCode", "address.provinceCode"] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];

const LINE_MAX_LENGTH = 500;
/** Five and two figures, as in the national list of administrative units. */
const COMMUNE_CODE = /^\d{5}$/;
const PROVINCE_CODE = /^\d{2}$/;

/**
 * The address that a form holds; problems go to `findings`, beside their fields. Whether a code is in
 * force is asked of the table of administrative units, not here.
 * @example readAddress({ line: "Ấp Tân Bình" }, findings) → { line: "Ấp Tân Bình", communeCode: null, … }
 */
export function readAddress(
  input: AddressInput | null | undefined,
  findings: FieldNotes<AddressField>,
): Address | undefined {
  const line = findings.take("address.line", readLine(input?.line ?? "", LINE_MAX_LENGTH));
  const communeCode = readCode(input?.communeCode);
  const provinceCode = readCode(input?.provinceCode);
  if (communeCode !== null && !COMMUNE_CODE.test(communeCode)) {
    findings.problem("address.communeCode", "commune_code_malformed");
  }
  if (provinceCode !== null && !PROVINCE_CODE.test(provinceCode)) {
    findings.problem("address.provinceCode", "province_code_malformed");
  }
  return line === undefined ? undefined : { line, communeCode, provinceCode };
}

function readCode(typed: Typed): string | null {
  return isEmpty(typed) ? null : cleanText(typed ?? "");
}
