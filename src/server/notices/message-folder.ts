import type { CarrierAnswer } from "#domain/notice/notice.ts";
import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import type { Carriers } from "./message.ts";

/**
 * Writes each message into a file of its own, `<id>.json` with `to` and `text`, readable by the owner alone, and
 * whole from the moment that it is there. A program of the operator sends it and removes the file.
 */
export function messageFolder(folder: string): NonNullable<Carriers["sms"]> {
  return async ({ id, to, text }) => {
    await writeWhole(folder, id, { id, to, text });
    return { taken: true, answer: null };
  };
}

/**
 * What a mail server would say to two kinds of addresses, at names that never lead anywhere (RFC 2606): so a demo shows
 * a message that waits for another try, and one that was given up.
 */
const ANSWERS: Readonly<Record<string, CarrierAnswer>> = {
  "busy.example": { taken: false, problem: "refusedForNow", answer: "451 4.3.0" },
  "refused.example": { taken: false, problem: "refused", answer: "550 5.1.1" },
};

/**
 * Writes each e-mail into a file as {@link messageFolder} does, with `subject`, `text` and the name of the paper that
 * goes with it. Only addresses at `busy.example` and `refused.example` are turned away.
 */
export function mailFolder(folder: string): NonNullable<Carriers["email"]> {
  return async ({ id, to, subject, text, attachment }) => {
    const turnedAway = ANSWERS[to.address.slice(to.address.lastIndexOf("@") + 1)];
    if (turnedAway) return turnedAway;
    await writeWhole(folder, id, { id, to, subject, text, attachment: attachment?.fileName ?? null });
    return { taken: true, answer: null };
  };
}

async function writeWhole(folder: string, id: string, message: object): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, `${id}.json`);
  const handle = await open(`${place}.partial`, "w", 0o600);
  await handle.writeFile(JSON.stringify(message));
  await handle.sync();
  await handle.close();
  await rename(`${place}.partial`, place);
}
