import { unpackThings } from "#contract/containers.ts";
import type { ThingView } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { type Counts, SheetCounts, differingCounts } from "./sheet-counts.tsx";

interface Props {
  readonly container: ThingView;
  readonly contents: readonly ThingView[];
  readonly onClose: () => void;
}

/** Takes everything out of a packet or bag, counted sheet by sheet: a number that differs becomes a task. */
export function UnpackDialog({ container, contents, onClose }: Props): ReactElement {
  const { papers: text } = useText();
  const act = useAct(unpackThings);
  const [counts, setCounts] = useState<Counts>(new Map());
  const differing = differingCounts(contents, counts);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await act.send({ params: { containerId: container.id }, body: { counts: differing } });
    if (!result?.ok) return;
    const { unpacked, tasks } = result.value;
    showToast({ text: text.unpacked(unpacked, tasks) });
    onClose();
    await forgetPapers();
  }
  return (
    <Dialog opened onClose={onClose} title={text.unpackTitle(container.code)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{text.unpackHint}</p>
        <SheetCounts contents={contents} counts={counts} onChange={setCounts} />
        {differing.length > 0 && <p role="status">{text.countsDiffer(differing.length)}</p>}
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending} data-autofocus>
            {text.unpack}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
