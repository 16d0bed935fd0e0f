import { IDENTITY_PROOFS } from "#contract/dossiers.ts";
import { Checkbox, Radio, Stack } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { ReturnPartProps } from "./collector-fields.tsx";

/** Which paper was shown, and that somebody compared it with the person. */
export function IdentityFields({ draft, gaps, onChange }: ReturnPartProps): ReactElement {
  const text = useText();
  const { returning } = text.dossiers;
  return (
    <>
      <Radio.Group
        label={returning.proof}
        value={draft.identityProof ?? ""}
        onChange={(chosen) =>
          onChange({ identityProof: IDENTITY_PROOFS.find((one) => one === chosen) ?? null })
        }
        error={gaps.includes("proof") ? returning.missing.proof : undefined}
        required
      >
        <Stack mt={4} gap="xs">
          {IDENTITY_PROOFS.map((one) => (
            <Radio key={one} value={one} label={text.lists.identityProofs[one]} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={returning.checked}
        checked={draft.identityChecked}
        onChange={(event) => onChange({ identityChecked: event.currentTarget.checked })}
        error={gaps.includes("checked") ? returning.missing.checked : undefined}
      />
    </>
  );
}
