import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import type { Carriers } from "./message.ts";

/**
 * Writes each text message into a file of its own, `<id>.json` with `to` and `text`, readable by the owner alone, and
 * whole from the moment that it is there. A program of the operator sends it and removes the file.
 */
export function smsFolder(folder: string): NonNullable<Carriers["sms"]> {
  return async ({ id, to, text }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const place = path.join(folder, `${id}.json`);
    const handle = await open(`${place}.partial`, "w", 0o600);
    await handle.writeFile(JSON.stringify({ id, to, text }));
    await handle.sync();
    await handle.close();
    await rename(`${place}.partial`, place);
    return { taken: true, answer: null };
  };
}
