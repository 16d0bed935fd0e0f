import { partyRefusal } from "../person/findings.ts";
import { readIdentityNumber } from "../person/identity-number.ts";
import { readPersonName } from "../person/person-name.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** What the clerk saw and did when somebody came to collect. */
export interface ReturnForm {
  readonly collector: "applicant" | "submitter" | "proxy";
  readonly proxy?:
    | { readonly name: string; readonly identityNumber: string; readonly authorisation: string }
    | undefined;
  readonly identityChecked: boolean;
  /** Whether the dossier was handed in by somebody for the applicant. */
  readonly hasSubmitter: boolean;
  /** Whether a signature of this dossier's was kept. */
  readonly signed: boolean;
}

export interface ProxyDetails {
  readonly name: string;
  readonly identityNumber: string;
  readonly authorisation: string;
}

/**
 * Whether the result may leave the house: to whom, against which proof. The collector brings the slip or,
 * when it is lost, an identity paper; a proxy also a power of attorney (NĐ 118/2025 Điều 6). The status
 * becomes 10 only on the citizen's signature.
 *
 * @rule RETURN-01
 */
export function decideReturn(
  form: ReturnForm,
): Result<
  { readonly proxy: ProxyDetails | null },
  "identity_not_checked" | "signature_missing" | "authorisation_missing" | "party_invalid"
> {
  if (!form.identityChecked) return refuse("identity_not_checked");
  if (!form.signed) return refuse("signature_missing");
  if (form.collector === "submitter" && !form.hasSubmitter) return refuse("authorisation_missing");
  if (form.collector !== "proxy") return done({ proxy: null });
  if (!form.proxy?.authorisation.trim()) return refuse("authorisation_missing");
  const name = readPersonName(form.proxy.name);
  const number = readIdentityNumber(form.proxy.identityNumber);
  if (!name.ok || !number.ok) {
    return partyRefusal([
      ...(name.ok ? [] : [{ field: "proxy.name", code: name.code }]),
      ...(number.ok ? [] : [{ field: "proxy.identityNumber", code: number.code }]),
    ]);
  }
  const authorisation = form.proxy.authorisation.trim();
  return done({ proxy: { name: name.value.name, identityNumber: number.value, authorisation } });
}
