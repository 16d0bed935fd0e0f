/** Long enough to read a seal on it; a phone's camera gives three times as much. */
const SIDE_MAX = 1600;
const QUALITY = 0.82;

/**
 * A photo made small before it goes over a slow line: at most 1,600 dots on its longer side, as JPEG. What the browser
 * cannot read as a picture stays as it is, and the server says what is wrong with it.
 */
export async function smallerPhoto(file: Blob): Promise<Blob> {
  return (await readablePhoto(file)) ?? file;
}

/** {@link smallerPhoto} of what the browser can read as a picture; null of anything else. */
export async function readablePhoto(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob((small) => resolve(small ?? file), "image/jpeg", QUALITY);
  });
}
