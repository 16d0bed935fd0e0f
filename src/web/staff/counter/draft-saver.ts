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
  /**
   * The dossier may have been received although no answer came, and the draft may be gone with it: from
   * now on a changed draft is no conflict, and what is typed is kept under a new one.
   */
  readonly mayBeTaken: () => void;
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
  const memory = firstMemory(options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  function edited(text: DraftText): void {
    memory.latest = text;
    if (memory.halted || !isDirty(memory)) return;
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
    for (let next = nextOutgoing(memory, options); next; next = nextOutgoing(memory, options)) {
      options.onState({ kind: "saving" });
      const state = afterSave(memory, next, await options.put(next), options.now());
      options.onState(state);
      if (state.kind === "saved" || state.kind === "waiting") continue;
      if (memory.lost && !memory.halted) schedule(RETRY_DELAY_MS);
      return;
    }
  }

  function keepAsNew(): Promise<void> {
    startAnew(memory);
    return flush();
  }

  async function stop(): Promise<void> {
    memory.halted = true;
    clearTimeout(timer);
    await running;
  }

  function mayBeTaken(): void {
    memory.mayBeTaken = true;
  }

  return { edited, flush, keepAsNew, mayBeTaken, stop, draftId: () => (memory.kept ? memory.id : null) };
}

/** What the saver knows: what is kept on the server, what is newest, and what may or may not have arrived. */
interface Memory {
  id: string | null;
  version: number;
  saved: string | null;
  latest: DraftText | null;
  lost: OutgoingDraft | null;
  halted: boolean;
  /** Whether the server has, or may have, a draft under the id. */
  kept: boolean;
  mayBeTaken: boolean;
}

function firstMemory({ draft, saved }: SaverOptions): Memory {
  return {
    id: draft?.draftId ?? null,
    version: draft?.version ?? 0,
    saved: saved === null ? null : JSON.stringify(saved),
    latest: null,
    lost: null,
    halted: false,
    kept: draft !== null,
    mayBeTaken: false,
  };
}

function startAnew(memory: Memory): void {
  Object.assign(memory, { id: null, version: 0, saved: null, lost: null, halted: false, mayBeTaken: false });
}

function isDirty({ latest, saved }: Memory): boolean {
  return latest !== null && JSON.stringify(latest) !== saved;
}

/** What is to be sent now: first what was lost, then what is new. */
function nextOutgoing(memory: Memory, { newId }: SaverOptions): OutgoingDraft | null {
  if (memory.halted || !memory.latest) return null;
  if (memory.lost) return memory.lost;
  if (!isDirty(memory)) return null;
  memory.id ??= newId();
  return { ...memory.latest, draftId: memory.id, version: memory.version, key: newId() };
}

function afterSave(
  memory: Memory,
  sent: OutgoingDraft,
  result: CallResult<{ readonly version: number }>,
  now: string,
): SaveState {
  if (result.ok) {
    memory.version = result.value.version;
    memory.saved = JSON.stringify({ title: sent.title, content: sent.content });
    memory.lost = null;
    memory.kept = true;
    return { kind: "saved", at: now };
  }
  const { problem } = result;
  if (problem.kind === "refused") {
    memory.lost = null;
    if (problem.code !== "draft_changed") return { kind: "failed", problem };
    if (memory.mayBeTaken) {
      startAnew(memory);
      return { kind: "waiting" };
    }
    memory.halted = true;
    return { kind: "conflict" };
  }
  memory.lost = sent;
  memory.kept = true;
  return { kind: "failed", problem };
}
