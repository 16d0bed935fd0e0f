import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useId, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { startSignature } from "#web/ui/signature-drawing.ts";
import styles from "./signature.module.css";

interface Props {
  readonly signed: boolean;
  /** The strokes so far as a PNG with a white ground; null after clearing. */
  readonly onChange: (picture: Blob | null) => void;
  readonly problem: string | undefined;
  /** Who signs how, where it is not the citizen who fetches a result. */
  readonly hint?: string;
}

/** A place to sign with pen, finger or mouse. Dark ink on white, whatever the light of the console. */
export function SignaturePad({ signed, onChange, problem, hint }: Props): ReactElement {
  const { returning } = useText().dossiers;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<ReturnType<typeof startSignature> | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!canvas.current) return undefined;
    const drawing = startSignature(canvas.current, (picture) => latest.current(picture));
    pad.current = drawing;
    return drawing.stop;
  }, []);

  return (
    <div className={styles["pad"]}>
      <canvas
        ref={canvas}
        className={styles["canvas"]}
        role="img"
        aria-label={returning.pad}
        aria-describedby={`${id}-hint ${id}-state`}
      />
      <p id={`${id}-hint`} className={styles["hint"]}>
        {hint ?? returning.padHint}
      </p>
      <div className={styles["row"]}>
        <span id={`${id}-state`} role="status">
          {signed ? returning.padSigned : returning.padEmpty}
        </span>
        <Button
          variant="default"
          size="compact-md"
          disabled={!signed}
          onClick={() => {
            pad.current?.clear();
            onChange(null);
          }}
        >
          {returning.padClear}
        </Button>
      </div>
      {problem !== undefined && <Missing>{problem}</Missing>}
    </div>
  );
}

/** What is missing is brought into view: behind the buttons at a dialog's foot nobody would read why nothing happens. */
function Missing({ children }: { readonly children: string }): ReactElement {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    words.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <p ref={words} role="alert" className={styles["problem"]}>
      {children}
    </p>
  );
}
