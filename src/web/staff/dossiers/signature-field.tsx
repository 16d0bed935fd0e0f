import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Choice } from "./choice.tsx";
import type { ReturnPartProps } from "./collector-fields.tsx";
import { FileField } from "./file-field.tsx";
import styles from "./signature.module.css";
import { SignaturePad } from "./signature-pad.tsx";

const KINDS = ["drawn", "signedSlip"] as const;

/** The signature: drawn on the screen, or for whoever cannot draw the scan of the signed slip. */
export function SignatureField({
  dossierId,
  draft,
  gaps,
  onChange,
}: ReturnPartProps & { readonly dossierId: string }): ReactElement {
  const { returning } = useText().dossiers;
  const problem = gaps.includes("signature") ? returning.missing.signature : undefined;
  return (
    <fieldset className={styles["field"]}>
      <legend>{returning.signature}</legend>
      <Choice
        label={returning.kindLabel}
        options={KINDS.map((kind) => ({ value: kind, label: returning.kinds[kind] }))}
        value={draft.signatureKind}
        onChange={(signatureKind) => onChange({ signatureKind })}
        inline
      />
      {/* Both stay in the page, so that changing one's mind loses neither strokes nor scan. */}
      <div hidden={draft.signatureKind !== "drawn"}>
        <SignaturePad
          signed={draft.drawn !== null}
          onChange={(drawn) => onChange({ drawn })}
          problem={problem}
        />
      </div>
      <div hidden={draft.signatureKind !== "signedSlip"}>
        <FileField
          dossierId={dossierId}
          purpose="signedSlip"
          label={returning.slip}
          value={draft.slip}
          onChange={(slip) => onChange({ slip })}
          problem={problem}
        />
      </div>
    </fieldset>
  );
}
