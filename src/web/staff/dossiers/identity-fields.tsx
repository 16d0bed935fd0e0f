import { IDENTITY_PROOFS } from "#contract/dossiers.ts";
import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Choice } from "./choice.tsx";
import type { ReturnPartProps } from "./collector-fields.tsx";

/** Which paper was shown, and that somebody compared it with the person. */
export function IdentityFields({ draft, gaps, onChange }: ReturnPartProps): ReactElement {
  const text = useText();
  const { returning } = text.dossiers;
  const unchecked = gaps.includes("checked");
  return (
    <>
      <Choice
        label={returning.proof}
        options={IDENTITY_PROOFS.map((one) => ({ value: one, label: text.lists.identityProofs[one] }))}
        value={draft.identityProof}
        onChange={(identityProof) => onChange({ identityProof })}
        problem={gaps.includes("proof") ? returning.missing.proof : undefined}
        required
      />
      <Checkbox
        label={returning.checked}
        checked={draft.identityChecked}
        onChange={(event) => onChange({ identityChecked: event.currentTarget.checked })}
        error={unchecked ? returning.missing.checked : undefined}
        aria-invalid={unchecked}
      />
    </>
  );
}
