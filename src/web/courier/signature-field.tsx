import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { startSignature } from "#web/ui/signature-drawing.ts";

interface Props {
  /** Whose signature it is. */
  readonly label: string;
  readonly signed: boolean;
  readonly onChange: (picture: Blob | null) => void;
}

/** A place to sign with a finger. */
export function SignatureField({ label, signed, onChange }: Props): ReactElement {
  const { round: text } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<ReturnType<typeof startSignature> | null>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (!canvas.current) return undefined;
    const started = startSignature(canvas.current, (picture) => latest.current(picture));
    drawing.current = started;
    return started.stop;
  }, []);
  return (
    <div className="field">
      <span id="signature-label">{label}</span>
      <canvas ref={canvas} className="signature" role="img" aria-label={`${label}: ${text.signHere}`} />
      <div className="signatureRow">
        <span role="status" className={signed ? "right" : "quiet"}>
          {signed ? text.signed : text.signHere}
        </span>
        <button
          type="button"
          className="plain"
          disabled={!signed}
          onClick={() => {
            drawing.current?.clear();
            onChange(null);
          }}
        >
          {text.clearSignature}
        </button>
      </div>
    </div>
  );
}
