import { FILE_TYPES, type FILE_PURPOSES, uploadFile } from "#contract/files.ts";
import { Button, Loader } from "@mantine/core";
import { type DragEvent, type ReactElement, useId, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { fileProblem, fileSize } from "./file-check.ts";
import styles from "./file-field.module.css";

/** A file that the server has. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

interface Props {
  readonly dossierId: string;
  readonly purpose: (typeof FILE_PURPOSES)[number];
  readonly label: string;
  readonly value: KeptFile | null;
  readonly onChange: (file: KeptFile | null) => void;
  readonly problem?: string | undefined;
}

/**
 * A file, chosen or dropped, and sent at once: what is wrong with it is said while the person still has
 * it at hand, and the rest of the form is not touched.
 */
export function FileField({ dossierId, purpose, label, value, onChange, problem }: Props): ReactElement {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const act = useAct(uploadFile);
  const [sending, setSending] = useState<string | null>(null);
  const [wrong, setWrong] = useState<"tooLarge" | "wrongType" | null>(null);
  const refusedType = act.problem?.kind === "refused" && act.problem.code === "file_type_unknown";
  const said = wrong ?? (refusedType ? "wrongType" : null);

  async function keep(file: File | undefined): Promise<void> {
    if (!file) return;
    const found = fileProblem(file);
    setWrong(found);
    act.clearProblem();
    if (found !== null) return;
    onChange(null);
    setSending(file.name);
    const query = { name: file.name.normalize("NFC").slice(0, 500), purpose };
    const result = await act.send({ params: { dossierId }, query, body: file });
    setSending(null);
    if (result?.ok) onChange({ fileId: result.value.fileId, name: file.name, bytes: result.value.bytes });
  }

  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <div
        className={styles["zone"]}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void keep(dropped(event))}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className={styles["input"]}
          accept={FILE_TYPES.join(",")}
          aria-describedby={`${id}-hint ${id}-state`}
          aria-invalid={said !== null || problem !== undefined}
          onChange={(event) => {
            void keep(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // So that the same file, mended, can be chosen again.
          }}
        />
        <Button
          variant="default"
          tabIndex={-1}
          aria-hidden
          leftSection={<Icon name="file" size={18} />}
          onClick={() => input.current?.click()}
        >
          {value === null ? text.dossiers.upload.choose : text.dossiers.upload.another}
        </Button>
        <span id={`${id}-hint`} className={styles["hint"]}>
          {text.dossiers.upload.orDrop}. {text.dossiers.upload.hint}
        </span>
      </div>
      <div id={`${id}-state`} role="status">
        <FileState sending={sending} value={value} />
      </div>
      {said !== null && <p className={styles["problem"]}>{text.dossiers.upload[said]}</p>}
      {said === null && problem !== undefined && sending === null && (
        <p className={styles["problem"]}>{problem}</p>
      )}
      {act.problem && !refusedType && <ProblemNotice problem={act.problem} />}
    </div>
  );
}

function dropped(event: DragEvent): File | undefined {
  event.preventDefault();
  return event.dataTransfer.files[0];
}

function FileState({
  sending,
  value,
}: {
  readonly sending: string | null;
  readonly value: KeptFile | null;
}): ReactElement | null {
  const text = useText();
  if (sending !== null) {
    return (
      <p className={styles["state"]}>
        <Loader size={16} /> {text.dossiers.upload.sending(sending)}
      </p>
    );
  }
  if (value === null) return null;
  return (
    <p className={styles["state"]}>
      <Icon name="success" size={18} />
      {text.dossiers.upload.ready(value.name, fileSize(value.bytes, text.dossiers.upload.decimalSign))}
    </p>
  );
}
