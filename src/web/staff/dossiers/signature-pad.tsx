import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useId, useRef } from "react";
import Pad from "signature_pad";
import { useText } from "#web/text/use-text.ts";
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
  const pad = useRef<Pad | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!canvas.current) return undefined;
    const { drawing, stop } = startPad(canvas.current, (picture) => latest.current(picture));
    pad.current = drawing;
    return stop;
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
      {problem !== undefined && <p className={styles["problem"]}>{problem}</p>}
    </div>
  );
}

/** Follows the strokes and the size of the canvas; a turned tablet keeps the signature. */
function startPad(
  canvas: HTMLCanvasElement,
  onStroke: (picture: Blob | null) => void,
): { readonly drawing: Pad; readonly stop: () => void } {
  const drawing = new Pad(canvas, { penColor: "#10243a", backgroundColor: "#ffffff" });
  drawing.addEventListener("endStroke", () => canvas.toBlob(onStroke, "image/png"));
  const observer = new ResizeObserver(() => fit(canvas, drawing));
  observer.observe(canvas);
  return {
    drawing,
    stop: () => {
      observer.disconnect();
      drawing.off();
    },
  };
}

/** As many dots as the screen has; setting the size wipes the canvas, so the strokes are drawn again. */
function fit(canvas: HTMLCanvasElement, drawing: Pad): void {
  const ratio = Math.max(1, window.devicePixelRatio);
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (width === 0 || (canvas.width === width && canvas.height === height)) return;
  const strokes = drawing.toData();
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.scale(ratio, ratio);
  drawing.clear();
  drawing.fromData(strokes);
}
