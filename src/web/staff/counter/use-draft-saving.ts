import { listDrafts, saveDraft } from "#contract/drafts.ts";
import { useEffect, useState } from "react";
import { v7 as uuid } from "uuid";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";
import { draftContent } from "./draft-content.ts";
import { type DraftSaver, type OutgoingDraft, type SaveState, createDraftSaver } from "./draft-saver.ts";
import { type IntakeForm, isWorthKeeping } from "./intake-form.ts";

/** The draft that a form was opened from. */
export interface OpenedDraft {
  readonly draftId: string;
  readonly version: number;
  readonly title: string;
}

export interface DraftSaving {
  readonly state: SaveState;
  readonly saver: DraftSaver;
}

/** Keeps the form on the server while it is typed: after a pause, when a field is left, when the tab is hidden. */
export function useDraftSaving(form: IntakeForm, title: string, opened: OpenedDraft | null): DraftSaving {
  const [state, setState] = useState<SaveState>({ kind: "clean" });
  const [current] = useState<DraftSaver>(() =>
    createDraftSaver({
      draft: opened,
      saved: opened && { title: opened.title, content: draftContent(form) },
      put,
      newId: uuid,
      now: () => new Date().toISOString(),
      onState: setState,
    }),
  );

  useEffect(() => {
    if (isWorthKeeping(form) || current.draftId() !== null) {
      current.edited({ title, content: draftContent(form) });
    }
  }, [form, title, current]);

  useEffect(() => {
    function onHidden(): void {
      if (document.visibilityState === "hidden") void current.flush();
    }
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      void current.flush();
    };
  }, [current]);

  return { state, saver: current };
}

async function put({ draftId, version, title, content, key }: OutgoingDraft) {
  const result = await call(saveDraft, {
    params: { draftId },
    body: { version, title, content },
    idempotencyKey: key,
    outliveTab: true,
  });
  if (result.ok) void queryClient.invalidateQueries({ queryKey: readKey(listDrafts) });
  return result;
}
