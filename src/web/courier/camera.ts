/** Why nothing is read: no camera or one in use, not allowed, or the reader of codes is not on the phone yet. */
export type CameraTrouble = "noCamera" | "denied" | "noReader";

/** A code that the camera saw, or why none can be seen. */
export type Seen = { readonly code: string } | { readonly trouble: CameraTrouble };

/** As wide as a picture is looked at: a label at arm's length is read, and an old phone keeps up. */
const WIDTH_MAX = 1_280;
const PAUSE_MS = 120;

/**
 * Shows what the camera sees until a code is read; the camera is off again afterwards, however it ended.
 *
 * @returns null when it was stopped first
 */
export async function scanOnce(video: HTMLVideoElement, stop: AbortSignal): Promise<Seen | null> {
  const stream = await openCamera();
  if (typeof stream === "string") return { trouble: stream };
  const turnOff = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  // At once when somebody closes it, also while the reader is still on its way.
  stop.addEventListener("abort", turnOff, { once: true });
  try {
    if (stop.aborted) return null;
    video.srcObject = stream;
    const isShown = await video.play().then(
      () => true,
      () => false,
    );
    return isShown ? await readUntilSeen(video, stop) : { trouble: "noCamera" };
  } finally {
    turnOff();
  }
}

/** The camera at the back of the phone, or what there is. */
async function openCamera(): Promise<MediaStream | CameraTrouble> {
  // Not there on a page that came without encryption.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return "noCamera";
  try {
    return await devices.getUserMedia({ video: { facingMode: "environment", width: { ideal: WIDTH_MAX } } });
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "noCamera";
  }
}

async function readUntilSeen(video: HTMLVideoElement, stop: AbortSignal): Promise<Seen | null> {
  const reader = await import("./code-reader.ts").catch(() => undefined);
  if (!reader) return { trouble: "noReader" };
  const canvas = document.createElement("canvas");
  while (!stop.aborted) {
    const picture = pictureOf(video, canvas);
    const code = picture && (await reader.readCode(picture).catch(() => undefined));
    if (code === undefined) return { trouble: "noReader" };
    if (code !== null && !stop.aborted) return { code };
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

/** What stands in the video now; null before its first picture. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen || videoWidth === 0) return null;
  const scale = Math.min(1, WIDTH_MAX / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
