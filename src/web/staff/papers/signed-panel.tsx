import { confirmOnPaper } from "#contract/outsiders.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { SignedScan } from "./signed-scan.tsx";
import { useSignature } from "./use-signature.ts";

/** The receiver without an account signs the printed bảng kê; attached here it is the signature. */
export function SignedPanel({ manifestId }: { readonly manifestId: string }): ReactElement {
  const { outsider, accepted } = useText().papers;
  const act = useAct(confirmOnPaper);
  const theirs = useSignature();
  const [asked, setAsked] = useState(false);
  const problem = theirs.problem ?? act.problem;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    const signed = await theirs.keep();
    if (!signed) return;
    const result = await act.send({ params: { manifestId }, body: { fileId: signed.fileId } });
    if (!result?.ok) return;
    showToast({ text: accepted(result.value.accepted, 0) });
    await forgetPapers();
  }
  return (
    <Panel title={outsider.paperTitle}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{outsider.signOnPaperHint}</p>
        <SignedScan
          chosen={theirs.isGiven}
          onChange={(file) => theirs.give("paper", file)}
          problem={asked && !theirs.isGiven ? outsider.missing.scan : undefined}
        />
        {problem && <ProblemNotice problem={problem} />}
        <div className={styles["acts"]}>
          <Button type="submit" loading={theirs.pending || act.pending}>
            {outsider.confirm}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
