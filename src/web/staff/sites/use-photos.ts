import { FILE_BYTES_MAX, keepMandateFile } from "#contract/files.ts";
import { useEffect, useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { call } from "../api.ts";

/** A photo that the server has, as a form sends it. */
export interface KeptPhoto {
  readonly fileId: string;
  readonly words: string;
}

/** A photo on its way, or one that cannot go. */
export interface PhotoOnWay {
  readonly id: string;
  /** The place in the form that it belongs to. */
  readonly owner: string;
  readonly name: string;
  readonly state: "sending" | "waiting" | "tooLarge" | "wrongType";
}

export interface PhotoQueue {
  readonly onWay: readonly PhotoOnWay[];
  /** How many are still to arrive. */
  readonly unsent: number;
  readonly add: (owner: string, files: readonly File[]) => void;
  readonly retry: () => void;
  readonly drop: (id: string) => void;
}

/** Photos that a place of a form takes, as the contract bounds it. */
export const PHOTOS_MAX = 20;
const PHOTO_TYPES = ["image/jpeg", "image/png"] as const;
export const PHOTO_ACCEPT = PHOTO_TYPES.join(",");
/** A field has no line for minutes at a time; what waits is tried again by itself. */
const RETRY_MS = 5_000;

interface Entry extends PhotoOnWay {
  readonly file: File;
}

/**
 * Sends photos as they are taken, whatever page of the form is shown meanwhile. What a lost line kept back is sent
 * again by itself under the same key, so that it is kept once.
 * @param onKept told of each photo that has arrived, with the place that it belongs to
 */
export function usePhotos(onKept: (owner: string, photo: KeptPhoto) => void): PhotoQueue {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const told = useRef(onKept);
  useEffect(() => {
    told.current = onKept;
  });
  const change = (id: string, state: PhotoOnWay["state"]) =>
    setEntries((now) => now.map((entry) => (entry.id === id ? { ...entry, state } : entry)));
  const drop = (id: string) => setEntries((now) => now.filter((entry) => entry.id !== id));

  const underWay = useRef(new Set<string>());
  async function send({ id, owner, name, file }: Entry): Promise<void> {
    if (underWay.current.has(id)) return; // The line's return and the clock can both ask before the screen has changed.
    underWay.current.add(id);
    change(id, "sending");
    const result = await call(keepMandateFile, { query: { name }, body: file, idempotencyKey: id });
    underWay.current.delete(id);
    if (result.ok) {
      drop(id);
      told.current(owner, { fileId: result.value.fileId, words: "" });
    } else change(id, isUnusable(result.problem) ? "wrongType" : "waiting");
  }

  const waiting = entries.filter(({ state }) => state === "waiting");
  const retry = () => {
    for (const entry of waiting) void send(entry);
  };
  const again = useRef(retry);
  useEffect(() => {
    again.current = retry;
  });
  const waits = waiting.length > 0;
  useEffect(() => {
    if (!waits) return undefined;
    const run = () => again.current();
    const timer = setInterval(run, RETRY_MS);
    window.addEventListener("online", run);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", run);
    };
  }, [waits]);

  return {
    onWay: entries,
    unsent: entries.filter(({ state }) => state === "sending" || state === "waiting").length,
    add: (owner, files) => {
      const added = files.map(
        (file): Entry => ({ id: uuid(), owner, file, name: nameOf(file), state: firstState(file) }),
      );
      setEntries((now) => [...now, ...added]);
      for (const entry of added) if (entry.state === "sending") void send(entry);
    },
    retry,
    drop,
  };
}

function nameOf({ name }: File): string {
  return name.normalize("NFC").slice(0, 200);
}

/** What can be said before sending; the server reads the content and has the last word. */
function firstState({ size, type }: File): PhotoOnWay["state"] {
  if (size > FILE_BYTES_MAX) return "tooLarge";
  return type === "" || PHOTO_TYPES.some((one) => one === type) ? "sending" : "wrongType";
}

function isUnusable(problem: { readonly kind: string; readonly code?: string }): boolean {
  return problem.kind === "refused" && ["file_type_unknown", "file_empty"].includes(problem.code ?? "");
}
