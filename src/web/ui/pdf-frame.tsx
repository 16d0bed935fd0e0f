import { type ReactElement, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import styles from "./pdf-frame.module.css";

export interface PdfHandle {
  readonly print: () => void;
  readonly openTab: () => void;
}

interface Props {
  readonly pdf: Blob;
  readonly title: string;
  readonly ref: Ref<PdfHandle>;
}

/**
 * A PDF of our own server in the page, from bytes in memory. The frame is made by hand: the browser's
 * viewer refuses to run in a frame with a sandbox, and the address lives exactly as long as the frame.
 */
export function PdfFrame({ pdf, title, ref }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(pdf);
    const element = document.createElement("iframe");
    element.src = `${address}#navpanes=0&view=FitH`;
    element.title = title;
    element.className = styles["page"] ?? "";
    place.current?.replaceChildren(element);
    frame.current = element;
    return () => URL.revokeObjectURL(address);
  }, [pdf, title]);
  useImperativeHandle(ref, () => ({
    print: () => frame.current?.contentWindow?.print(),
    openTab: () => window.open(frame.current?.src, "_blank"),
  }));
  return <div ref={place} />;
}
