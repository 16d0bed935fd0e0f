import { rewrapContainer } from "#contract/containers.ts";
import type { ThingView } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import { InventoryRecordLink } from "./inventory-record-link.tsx";
import styles from "./papers.module.css";
import { PhotoField } from "./photo-field.tsx";
import { type Counts, SheetCounts, differingCounts } from "./sheet-counts.tsx";
import { usePhoto } from "./use-photo.ts";

interface Props {
  readonly container: ThingView;
  readonly contents: readonly ThingView[];
  readonly onClose: () => void;
}

/** Closes a torn packet or bag anew: what was found, a photo and a new seal; then its record is printed. */
export function RewrapDialog(props: Props): ReactElement {
  const { papers: text } = useText();
  const { container, onClose } = props;
  const [recorded, setRecorded] = useState<string | null>(null);
  return (
    <Dialog opened onClose={onClose} title={text.rewrap.title(container.code)} size="lg">
      {recorded === null ? (
        <Wrapping {...props} onDone={setRecorded} />
      ) : (
        <div className={styles["form"]}>
          <p role="status">{text.rewrap.done(container.code)}</p>
          <DialogActs>
            <Button variant="default" onClick={onClose}>
              {text.close}
            </Button>
            <InventoryRecordLink taskId={recorded} />
          </DialogActs>
        </div>
      )}
    </Dialog>
  );
}

function Wrapping({
  container,
  contents,
  onClose,
  onDone,
}: Props & { readonly onDone: (taskId: string) => void }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(rewrapContainer);
  const photo = usePhoto();
  const [typed, setTyped] = useState({ note: "", seal: "" });
  const [counts, setCounts] = useState<Counts>(new Map());
  const [asked, setAsked] = useState(false);
  const [note, seal] = [typed.note.trim(), typed.seal.trim()];
  const said = (isMissing: boolean, words: string) => (asked && isMissing ? words : undefined);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (note === "" || seal === "" || !photo.ready) return;
    const photoFileId = await photo.keep();
    if (photoFileId === null) return;
    const body = { seal, note, photoFileId, counts: differingCounts(contents, counts) };
    const result = await act.send({ params: { containerId: container.id }, body });
    if (!result?.ok) return;
    onDone(result.value.taskId);
    await forgetPapers();
  }
  const problem = photo.problem ?? act.problem;
  return (
    <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles["quiet"]}>{text.rewrap.hint}</p>
      <TextField
        label={text.rewrap.note}
        hint={text.rewrap.noteHint}
        value={typed.note}
        onChange={(next) => setTyped({ ...typed, note: next })}
        problem={said(note === "", text.noteMissing)}
        maxLength={500}
        required
        data-autofocus
      />
      <PhotoField
        taken={photo.taken}
        onChange={photo.change}
        problem={said(!photo.ready, text.photoMissing)}
      />
      <SheetCounts contents={contents} counts={counts} onChange={setCounts} />
      <TextField
        label={text.sealNew}
        value={typed.seal}
        onChange={(next) => setTyped({ ...typed, seal: next })}
        problem={said(seal === "", text.rewrap.sealMissing)}
        maxLength={40}
        required
      />
      {problem && <ProblemNotice problem={problem} />}
      <DialogActs>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" loading={act.pending || photo.pending}>
          {text.rewrap.submit}
        </Button>
      </DialogActs>
    </form>
  );
}
