import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { FileButton } from "#web/ui/file-button.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { smallerPhoto } from "#web/ui/smaller-photo.ts";
import styles from "./papers.module.css";

/** A photo of what is wrong, made small before it is sent. */
export interface TakenPhoto {
  readonly photo: Blob | null;
  /** One was taken and is being made smaller. */
  readonly shrinking: boolean;
}

interface Props {
  readonly taken: TakenPhoto;
  /** Only what changes: a photo is ready later than what is typed meanwhile. */
  readonly onChange: (change: Partial<TakenPhoto>) => void;
  readonly problem?: string | undefined;
}

/** Takes a photo with the camera of a phone, or a file where there is none. */
export function PhotoField({ taken, onChange, problem }: Props): ReactElement {
  const { papers: text } = useText();
  return (
    <div className={styles["acts"]}>
      <FileButton
        label={taken.photo === null ? text.takePhoto : text.photoAgain}
        about={text.photoAbout}
        icon="camera"
        accept="image/*"
        capture
        onFiles={([file]) => {
          if (!file) return;
          onChange({ shrinking: true });
          void smallerPhoto(file).then((photo) => onChange({ photo, shrinking: false }));
        }}
      />
      {taken.photo !== null && (
        <Mark tone="success" icon="success">
          {text.photoTaken}
        </Mark>
      )}
      {problem !== undefined && (
        <span role="alert" className={styles["problem"]}>
          {problem}
        </span>
      )}
    </div>
  );
}
