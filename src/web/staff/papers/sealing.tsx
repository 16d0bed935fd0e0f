import { openContainer, sealContainer } from "#contract/containers.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { PhotoField } from "./photo-field.tsx";
import { usePhoto } from "./use-photo.ts";

interface Props {
  readonly containerId: string;
}

/** Closes a packet or bag by a numbered seal. */
export function Closing({ containerId }: Props): ReactElement {
  const { papers: text } = useText();
  const act = useAct(sealContainer);
  const [seal, setSeal] = useState("");
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = seal.trim();
    if (typed === "") return;
    const result = await act.send({ params: { containerId }, body: { seal: typed } });
    if (!result?.ok) return;
    showToast({ text: text.sealed(typed) });
    setSeal("");
    await forgetPapers();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={styles["scan"]}>
        <TextField label={text.sealNew} value={seal} onChange={setSeal} maxLength={40} />
        <Button type="submit" variant="default" loading={act.pending}>
          {text.seal}
        </Button>
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </form>
  );
}

/** Breaks a seal, whose number is read first. */
export function Opening({ containerId }: Props): ReactElement {
  const { papers: text } = useText();
  const act = useAct(openContainer);
  const [seal, setSeal] = useState("");
  const [differs, setDiffers] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = seal.trim();
    if (typed === "") return;
    const result = await act.send({ params: { containerId }, body: { seal: typed } });
    if (!result) return;
    if (!result.ok) {
      const { problem } = result;
      return setDiffers(problem.kind === "refused" && problem.code === "seal_differs");
    }
    showToast({ text: text.opened });
    await forgetPapers();
  }
  function type(next: string): void {
    // It was said of another number.
    setDiffers(false);
    setSeal(next);
  }
  return (
    <div className={styles["form"]}>
      <form onSubmit={(event) => void submit(event)}>
        <div className={styles["scan"]}>
          <TextField label={text.sealRead} value={seal} onChange={type} maxLength={40} />
          <Button type="submit" variant="default" loading={act.pending}>
            {text.open}
          </Button>
        </div>
        {act.problem && !differs && <ProblemNotice problem={act.problem} />}
      </form>
      {differs && <OpeningAnyway containerId={containerId} seal={seal.trim()} />}
    </div>
  );
}

/** Another number than the ledger's: it is opened with words and a photo, and becomes a task. */
function OpeningAnyway({ containerId, seal }: Props & { readonly seal: string }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(openContainer);
  const photo = usePhoto();
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (note.trim() === "" || !photo.ready) return;
    const photoFileId = await photo.keep();
    if (photoFileId === null) return;
    const body = { seal, differs: { note: note.trim(), photoFileId } };
    const result = await act.send({ params: { containerId }, body });
    if (!result?.ok) return;
    showToast({ text: text.openedDiffering });
    await forgetPapers();
  }
  const problem = photo.problem ?? act.problem;
  return (
    <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <Notice tone="warning" title={text.sealDiffersTitle} live>
        {text.sealDiffersHint}
      </Notice>
      <TextField
        label={text.note}
        value={note}
        onChange={setNote}
        problem={asked && note.trim() === "" ? text.noteMissing : undefined}
        maxLength={500}
        required
      />
      <PhotoField
        taken={photo.taken}
        onChange={photo.change}
        problem={asked && !photo.ready ? text.photoMissing : undefined}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button type="submit" variant="default" loading={act.pending || photo.pending}>
          {text.openDiffering}
        </Button>
      </div>
    </form>
  );
}
