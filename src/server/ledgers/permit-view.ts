import type { Permit } from "#contract/catalogue.ts";
import type { Basis, Right } from "#domain/mandate/may-act.ts";
import type { Result } from "#domain/shared/result.ts";

/** A decision as a button shows it: by which right and whether somebody must confirm it, or why not. */
export function permitView(right: Result<Right, string>, titleOf: (basis: Basis) => string): Permit {
  if (right.ok) {
    return {
      allowed: true,
      basis: { kind: right.value.kind, title: titleOf(right.value) },
      awaitsConfirmation: right.value.awaitsConfirmation,
      refusal: null,
    };
  }
  const refusal = { code: right.code, details: { ...right.details } } as NonNullable<Permit["refusal"]>;
  return { allowed: false, basis: null, awaitsConfirmation: false, refusal };
}
