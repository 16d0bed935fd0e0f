import { type ImportKind, importPlaces, previewPlaceImport } from "#contract/places.ts";
import { Button, FileInput } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { ImportRows } from "./import-rows.tsx";
import { ReasonField, reasonProblem } from "./place-form.tsx";
import styles from "./places.module.css";
import { forgetPlaces } from "./use-places.ts";

type Preview = AnswerOf<typeof previewPlaceImport>;

interface Props {
  readonly kind: ImportKind;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Imports a file in two steps: every row is seen first, then all of it is imported or nothing. */
export function ImportDialog({ kind, opened, onClose }: Props): ReactElement {
  const text = useText();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="xl"
      title={text.places.importing.title(text.places.kinds[kind])}
    >
      <ImportSteps kind={kind} onClose={onClose} />
    </Dialog>
  );
}

function ImportSteps({ kind, onClose }: Omit<Props, "opened">): ReactElement {
  const text = useText();
  const { importing } = text.places;
  const previewing = useAct(previewPlaceImport);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);

  async function look(chosen: File | null): Promise<void> {
    setFile(chosen);
    setPreview(null);
    previewing.clearProblem();
    if (!chosen) return;
    const result = await previewing.send({ query: { kind }, body: chosen });
    if (result?.ok) setPreview(result.value);
  }

  return (
    <div className={styles["form"]}>
      <p className={styles["quiet"]}>
        {importing.intro} {kind === "administrativeUnits" && importing.mapIntro}
      </p>
      <FileInput
        label={importing.file}
        placeholder={importing.choose}
        accept=".csv,text/csv"
        value={file}
        onChange={(chosen) => void look(chosen)}
        // A browser says nothing of the same file chosen again, and a mended file is just that.
        fileInputProps={{
          onClick: (event) => {
            event.currentTarget.value = "";
          },
        }}
        leftSection={<Icon name="file" size={18} />}
        data-autofocus
      />
      {previewing.pending && <LoadingLines lines={3} />}
      {previewing.problem && (
        <ProblemNotice
          problem={previewing.problem}
          onRetry={file && previewing.problem.kind !== "refused" ? () => void look(file) : undefined}
        />
      )}
      {preview && file && (
        <Previewed
          kind={kind}
          file={file}
          preview={preview}
          onClose={onClose}
          onAgain={() => void look(file)}
        />
      )}
    </div>
  );
}

interface PreviewedProps {
  readonly kind: ImportKind;
  readonly file: File;
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

function Previewed({ kind, file, preview, onClose, onAgain }: PreviewedProps): ReactElement {
  const text = useText();
  const { importing } = text.places;
  const act = useAct(importPlaces);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { created, changed, unchanged, refused } = preview.counts;
  const changes = created + changed;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") return;
    const result = await act.send({ query: { kind, plan: preview.plan, reason }, body: file });
    if (!result?.ok) return;
    await forgetPlaces();
    showToast({ text: importing.done(changes) });
    onClose();
  }

  return (
    <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <Notice
        tone={refused > 0 ? "error" : "info"}
        live
        title={importing.counts(created, changed, unchanged, refused)}
      >
        {refused > 0 && importing.allOrNothing}
        {changes + refused === 0 && importing.nothing}
      </Notice>
      <ImportRows rows={preview.rows} more={preview.more} />
      {act.problem && <ProblemNotice problem={act.problem} onRetry={onAgain} />}
      {refused === 0 && changes > 0 && (
        <>
          <ReasonField
            value={reason}
            problem={asked ? reasonProblem({ reason }, text)["reason"] : undefined}
            onChange={setReason}
          />
          <div>
            <Button type="submit" loading={act.pending}>
              {importing.submit}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
