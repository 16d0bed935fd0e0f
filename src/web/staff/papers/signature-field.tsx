import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { SignaturePad } from "../dossiers/signature-pad.tsx";
import styles from "./papers.module.css";
import { SignedScan } from "./signed-scan.tsx";
import type { useSignature } from "./use-signature.ts";

interface Props {
  readonly signature: ReturnType<typeof useSignature>;
  /** The form was sent once: a signature that is missing is said. */
  readonly asked: boolean;
}

/** To sign on the screen; or, for whom no pen and no mouse obeys, on paper that is scanned. */
export function SignatureField({ signature, asked }: Props): ReactElement {
  const { papers: text } = useText();
  const [onPaper, setOnPaper] = useState(false);
  const problem = asked && !signature.isGiven ? text.signatureMissing : undefined;
  function change(): void {
    signature.give("drawn", null);
    setOnPaper(!onPaper);
  }
  return (
    <div className={styles["form"]}>
      {onPaper ? (
        <SignedScan
          chosen={signature.isGiven}
          onChange={(file) => signature.give("paper", file)}
          problem={problem}
        />
      ) : (
        <SignaturePad
          signed={signature.isGiven}
          onChange={(picture) => signature.give("drawn", picture)}
          hint={text.signHere}
          problem={problem}
        />
      )}
      <div>
        <Button variant="transparent" size="compact-sm" px={0} onClick={change}>
          {onPaper ? text.signOnScreen : text.signOnPaper}
        </Button>
      </div>
    </div>
  );
}
