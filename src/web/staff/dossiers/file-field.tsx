import { FILE_TYPES, type FILE_PURPOSES } from "#contract/files.ts";
import { Button, Loader } from "@mantine/core";
import { type DragEvent, type ReactElement, useId, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { fileSize } from "./file-check.ts";
import styles from "./file-field.module.css";
import { useHeldSubmit } from "./use-held-submit.ts";
import { type KeptFile, type Upload, useUpload } from "./use-upload.ts";

interface Props {
  readonly label: string;
  readonly value: KeptFile | null;
  readonly problem?: string | undefined;
}

interface FileFieldProps extends Props {
  readonly dossierId: string;
  readonly purpose: (typeof FILE_PURPOSES)[number];
  readonly onChange: (file: KeptFile | null) => void;
}

/** A file of a dossier. */
export function FileField({ dossierId, purpose, onChange, ...field }: FileFieldProps): ReactElement {
  return <FileZone {...field} upload={useUpload(dossierId, purpose, onChange)} />;
}

/**
 * A file, chosen or dropped, and sent at once: what is wrong with it is said while the person still has
 * it at hand, and the rest of the form is not touched.
 */
export function FileZone({
  label,
  value,
  problem,
  upload,
}: Props & { readonly upload: Upload }): ReactElement {
  const { upload: words } = useText().dossiers;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const waits = useHeldSubmit(input, upload.sending !== null, value !== null);
  const said = upload.wrong === null ? problem : words[upload.wrong];

  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <div
        className={styles["zone"]}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void upload.keep(dropped(event))}
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
            void upload.keep(event.currentTarget.files?.[0]);
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
        <FileState sending={upload.sending} waits={waits} value={value} problem={said} />
      </div>
      {upload.problem && <ProblemNotice problem={upload.problem} />}
    </div>
  );
}

function dropped(event: DragEvent): File | undefined {
  event.preventDefault();
  return event.dataTransfer.files[0];
}

interface StateProps {
  readonly sending: Upload["sending"];
  /** The form's button was pressed meanwhile. */
  readonly waits: boolean;
  readonly value: KeptFile | null;
  readonly problem: string | undefined;
}

function FileState({ sending, waits, value, problem }: StateProps): ReactElement | null {
  const { upload } = useText().dossiers;
  if (sending !== null) {
    return (
      <p className={styles["state"]}>
        <Loader size={16} /> {upload.sending(sending)} {waits && upload.waits}
      </p>
    );
  }
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
