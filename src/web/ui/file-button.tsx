import { Button } from "@mantine/core";
import { type ReactElement, useRef } from "react";
import styles from "./file-button.module.css";
import { Icon } from "./icons.tsx";

interface Props {
  readonly label: string;
  readonly icon: "camera" | "file";
  /** What the file is of: said with the label. */
  readonly about: string;
  readonly accept: string;
  /** One photo, from the camera where the device has one. */
  readonly capture?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that chooses files. The input itself takes the focus and the keys; it is seen through the button beside it. */
export function FileButton({ label, icon, about, accept, capture = false, onFiles }: Props): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={styles["fileButton"]}>
      <input
        ref={input}
        type="file"
        className={styles["file"]}
        accept={accept}
        aria-label={`${label}: ${about}`}
        {...(capture ? { capture: "environment" as const } : { multiple: true })}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ""; // So that the same photo can be chosen again.
        }}
      />
      <span aria-hidden="true">
        <Button
          variant="default"
          size="md"
          tabIndex={-1}
          leftSection={<Icon name={icon} size={18} />}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
      </span>
    </span>
  );
}
