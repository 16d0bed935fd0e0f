import type { CallProblem, CallResult } from "../api.ts";

/** What is kept: the title in the list of drafts, and the form. */
export interface DraftText {
  readonly title: string;
  readonly content: Record<string, unknown>;
}

export interface OutgoingDraft extends DraftText {
  readonly draftId: string;
  readonly version: number;
  readonly key: string;
}

export type SaveState =
  | { readonly kind: "clean" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "failed"; readonly problem: CallProblem }
  /** Another window has saved the same draft meanwhile; a person decides. */
  | { readonly kind: "conflict" };

export interface DraftSaver {
  /** The form is now this: it will be saved when typing stops. */
  readonly edited: (text: DraftText) => void;
  /** Saves at once what waits, and ends when nothing is under way. */
  readonly flush: () => Promise<void>;
  /** Goes on under a new draft, so that the one of the other window stays as it is. */
  readonly keepAsNew: () => Promise<void>;
  /** Saves nothing more; ends when nothing is under way. */
  readonly stop: () => Promise<void>;
  /** Null as long as nothing was ever kept. */
  readonly draftId: () => string | null;
}

export interface SaverOptions {
  readonly draft: { readonly draftId: string; readonly version: number } | null;
  /** The text of the draft as it was opened, so that opening it saves nothing. */
  readonly saved: DraftText | null;
  readonly put: (draft: OutgoingDraft) => Promise<CallResult<{ readonly version: number }>>;
  readonly newId: () => string;
  readonly now: () => string;
  readonly onState: (state: SaveState) => void;
}

/** After the last keystroke. */
export const SAVE_DELAY_MS = 800;
/** A lost line is tried again by itself as long as the form stands. */
export const RETRY_DELAY_MS = 5_000;

/**
 * Keeps a half-filled form on the server while somebody types. One save is under way at a time. When the
 * answer of one is lost, exactly that one is repeated first, with its key: otherwise its version would
 * look like another window's.
 */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  let id = options.draft?.draftId ?? null;
  let version = options.draft?.version ?? 0;
  let saved = options.saved === null ? null : JSON.stringify(options.saved);
  let latest: DraftText | null = null;
  let lost: OutgoingDraft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let halted = false;

  const isDirty = () => latest !== null && JSON.stringify(latest) !== saved;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  function edited(text: DraftText): void {
    latest = text;
    if (halted || !isDirty()) return;
    if (!running) options.onState({ kind: "waiting" });
    schedule(SAVE_DELAY_MS);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function saveAll(): Promise<void> {
    while (!halted && latest && (lost || isDirty())) {
      id ??= options.newId();
      const outgoing: OutgoingDraft = lost ?? { ...latest, draftId: id, version, key: options.newId() };
      options.onState({ kind: "saving" });
      if (!(await saveOne(outgoing))) return;
    }
  }

  async function saveOne(outgoing: OutgoingDraft): Promise<boolean> {
    const result = await options.put(outgoing);
    if (result.ok) {
      version = result.value.version;
      saved = JSON.stringify({ title: outgoing.title, content: outgoing.content });
      lost = null;
      options.onState({ kind: "saved", at: options.now() });
      return true;
    }
    const refused = result.problem.kind === "refused";
    lost = refused ? null : outgoing;
    if (refused && result.problem.code === "draft_changed") {
      halted = true;
      options.onState({ kind: "conflict" });
    } else {
      options.onState({ kind: "failed", problem: result.problem });
      if (!refused && !halted) schedule(RETRY_DELAY_MS);
    }
    return false;
  }

  async function keepAsNew(): Promise<void> {
    id = null;
    version = 0;
    saved = null;
    halted = false;
    await flush();
  }

  async function stop(): Promise<void> {
    halted = true;
    clearTimeout(timer);
    await running;
  }

  return { edited, flush, keepAsNew, stop, draftId: () => (saved === null && !lost ? null : id) };
}
