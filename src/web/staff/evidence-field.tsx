import { FILE_TYPES, keepMandateFile } from "#contract/files.ts";
import { Button, Loader } from "@mantine/core";
import { type DragEvent, type ReactElement, useId, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { fileProblem, fileSize } from "./dossiers/file-check.ts";
import styles from "./evidence-field.module.css";
import { ProblemNotice } from "./shell/problem-notice.tsx";
import { useAct } from "./use-act.ts";

/** A file beside the mandate ledger that the server has. */
export interface KeptEvidence {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

interface Props {
  readonly label: string;
  readonly value: KeptEvidence | null;
  readonly onChange: (file: KeptEvidence | null) => void;
  readonly problem?: string | undefined;
}

/** A scan or a photo, chosen or dropped, and kept at once: what is wrong with it is said while it is at hand. */
export function EvidenceField({ label, value, onChange, problem }: Props): ReactElement {
  const { upload: words } = useText().dossiers;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const keeping = useKeeping(onChange);
  const said = keeping.wrong === null ? problem : words[keeping.wrong];
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <div
        className={styles["zone"]}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void keeping.keep(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className={styles["input"]}
          accept={FILE_TYPES.join(",")}
          aria-describedby={`${id}-hint ${id}-state`}
          aria-invalid={said !== undefined}
          onChange={(event) => {
            void keeping.keep(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // So that the same file, mended, can be chosen again.
          }}
        />
        <span aria-hidden="true">
          <Button
            variant="default"
            tabIndex={-1}
            leftSection={<Icon name="file" size={18} />}
            onClick={() => input.current?.click()}
          >
            {value === null ? words.choose : words.another}
          </Button>
        </span>
        <span id={`${id}-hint`} className={styles["hint"]}>
          {words.orDrop}. {words.hint}
        </span>
      </div>
      <div id={`${id}-state`} role="status">
        <State sending={keeping.sending} value={value} problem={said} />
      </div>
      {keeping.problem && <ProblemNotice problem={keeping.problem} />}
    </div>
  );
}

interface StateProps {
  readonly sending: string | null;
  readonly value: KeptEvidence | null;
  readonly problem: string | undefined;
}

function State({ sending, value, problem }: StateProps): ReactElement {
  const { upload } = useText().dossiers;
  if (sending !== null)
    return (
      <p className={styles["state"]}>
        <Loader size={16} /> {upload.sending(sending)}
      </p>
    );
  return (
    <>
      {problem !== undefined && <p className={styles["problem"]}>{problem}</p>}
      {value !== null && (
        <p className={styles["state"]}>
          <Icon name="success" size={18} />
          {upload.ready(value.name, fileSize(value.bytes, upload.decimalSign))}
        </p>
      )}
    </>
  );
}

/** Sends a chosen file at once; what is wrong with it is said by the browser first, by the server at last. */
function useKeeping(onChange: (file: KeptEvidence | null) => void) {
  const act = useAct(keepMandateFile);
  const [sending, setSending] = useState<string | null>(null);
  const [wrong, setWrong] = useState<ReturnType<typeof fileProblem>>(null);
  const refused = act.problem?.kind === "refused" && act.problem.code === "file_type_unknown";

  async function keep(file: File | undefined): Promise<void> {
    if (!file) return;
    const found = fileProblem(file);
    setWrong(found);
    act.clearProblem();
    if (found !== null) return;
    onChange(null);
    setSending(file.name);
    const name = file.name.normalize("NFC").slice(0, 500);
    const result = await act.send({ query: { name }, body: file });
    setSending(null);
    if (result?.ok) onChange({ fileId: result.value.fileId, name: file.name, bytes: result.value.bytes });
  }

  return {
    keep,
    sending,
    wrong: wrong ?? (refused ? ("wrongType" as const) : null),
    problem: refused ? null : act.problem,
  };
}
