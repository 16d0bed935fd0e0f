import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { type CameraTrouble, scanOnce } from "./camera.ts";

interface Props {
  /** Takes what stands on the label, once; the camera is closed by then. */
  readonly onCode: (code: string) => void;
}

/** A button beside a field for a code: the camera reads the label instead of fingers typing it. */
export function CameraScan({ onCode }: Props): ReactElement {
  const { round: text } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="cameraButton" onClick={() => setOpen(true)}>
        {text.camera.open}
      </button>
      {isOpen && (
        <Camera
          onClose={() => setOpen(false)}
          onCode={(code) => {
            setOpen(false);
            onCode(code);
          }}
        />
      )}
    </>
  );
}

const VIBRATION_MS = 60;

function Camera({ onCode, onClose }: Props & { readonly onClose: () => void }): ReactElement {
  const { round: text } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    dialog.current?.showModal();
    const stop = new AbortController();
    const watch = async (picture: HTMLVideoElement) => {
      const seen = await scanOnce(picture, stop.signal);
      if (seen === null || stop.signal.aborted) return;
      if ("trouble" in seen) setTrouble(seen.trouble);
      else {
        // Felt in the hand while the eyes are on the packet; not every phone can.
        if ("vibrate" in navigator) navigator.vibrate(VIBRATION_MS);
        // Closed as by hand, so that the focus is again where it was.
        dialog.current?.close();
        latest.current(seen.code);
      }
    };
    if (video.current) void watch(video.current);
    return () => stop.abort();
  }, []);
  return (
    <dialog ref={dialog} className="camera" aria-label={text.camera.title} onClose={onClose}>
      {trouble === null ? (
        <>
          <video ref={video} className="cameraPicture" muted playsInline aria-hidden="true" />
          <p role="status">{text.camera.aim}</p>
        </>
      ) : (
        <p role="alert">{text.camera.troubles[trouble]}</p>
      )}
      <button type="button" className="mainAct" onClick={() => dialog.current?.close()}>
        {text.camera.close}
      </button>
    </dialog>
  );
}
