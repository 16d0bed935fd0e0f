import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { FileButton } from "#web/ui/file-button.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { smallerPhoto } from "#web/ui/smaller-photo.ts";
import styles from "./papers.module.css";

interface Props {
  readonly chosen: boolean;
  readonly onChange: (file: Blob) => void;
  readonly problem: string | undefined;
}

/** A photo of what was signed on paper, made small before it is sent, or its scan as a PDF. */
export function SignedScan({ chosen, onChange, problem }: Props): ReactElement {
  const { papers: text } = useText();
  const [shrinking, setShrinking] = useState(false);
  async function take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    setShrinking(true);
    const small = await smallerPhoto(file);
    setShrinking(false);
    onChange(small);
  }
  return (
    <div className={styles["acts"]}>
      <FileButton
        label={text.signedPaper}
        about={text.signHere}
        icon="file"
        accept="image/*,application/pdf"
        onFiles={(files) => void take(files)}
      />
      {chosen && !shrinking && (
        <Mark tone="success" icon="success">
          {text.signedPaperKept}
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
