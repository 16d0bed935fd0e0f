import Pad from "signature_pad";

/** Follows the strokes and the size of a canvas; a turned tablet keeps the signature. Dark ink on white, in any light. */
export function startSignature(
  canvas: HTMLCanvasElement,
  onStroke: (picture: Blob | null) => void,
): { readonly clear: () => void; readonly stop: () => void } {
  const drawing = new Pad(canvas, { penColor: "#10243a", backgroundColor: "#ffffff" });
  drawing.addEventListener("endStroke", () => canvas.toBlob(onStroke, "image/png"));
  const observer = new ResizeObserver(() => fit(canvas, drawing));
  observer.observe(canvas);
  return {
    clear: () => drawing.clear(),
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
