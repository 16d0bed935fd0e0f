import { makeContainer } from "#contract/containers.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";

/** Makes a packet or bag: by the label that was printed before, or with a new code. */
export function ContainerDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(makeContainer);
  const [kind, setKind] = useState<"packet" | "bag">("packet");
  const [code, setCode] = useState("");
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = code.trim();
    const result = await act.send({ body: { kind, ...(typed !== "" && { code: typed }) } });
    if (!result?.ok) return;
    showToast({ text: text.made(result.value.code) });
    await forgetPapers();
    onClose();
  }
  return (
    <Dialog opened onClose={onClose} title={text.newContainer}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <SegmentedControl
          aria-label={text.kind}
          value={kind}
          onChange={(value) => setKind(value === "bag" ? "bag" : "packet")}
          data={[
            { value: "packet", label: text.kinds.packet },
            { value: "bag", label: text.kinds.bag },
          ]}
        />
        <TextField
          label={text.labelCode}
          hint={text.labelCodeHint}
          value={code}
          onChange={setCode}
          maxLength={40}
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending}>
            {text.make}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
