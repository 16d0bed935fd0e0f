import { mendContent } from "#domain/catalogue/mend-content.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { type VersionChange, compareVersions } from "#domain/catalogue/version-changes.ts";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type MendPlace, dropMendDraft, keepMendDraft, readMendDraft } from "./mend-draft.ts";
import { type MendForm, type MendProblem, formOf, mendingOf, problemsOf } from "./mend-form.ts";

/** Changes the form from what it is at that moment; stays the same function, so that rows need not be drawn again. */
export type ChangeForm = (change: (form: MendForm) => MendForm) => void;

export interface Mending {
  readonly form: MendForm;
  readonly change: ChangeForm;
  readonly problems: ReadonlyMap<string, MendProblem>;
  /** The differences to a version with the source that was named; null while the form has problems. */
  readonly changesTo: (newest: ProcedureContent, source: string) => readonly VersionChange[] | null;
  readonly dirty: boolean;
  /** True as long as the form goes on from a draft that was kept in the tab. */
  readonly restored: boolean;
  /** Goes back to the version as it was published, and forgets the draft. */
  readonly startAgain: () => void;
}

/**
 * The form of a content while it is mended. It is kept in the tab, so that a reload loses nothing; nothing of it leaves
 * the browser before it is published.
 */
export function useMendForm(base: ProcedureContent, place: MendPlace, openedOn: string): Mending {
  const first = useMemo(() => formOf(base), [base]);
  const [kept] = useState(() => readMendDraft(place));
  const [form, setForm] = useState(kept?.form ?? first);
  const [restored, setRestored] = useState(kept !== null);
  const change = useCallback<ChangeForm>((next) => setForm(next), []);
  const { code, restoredId } = place;
  useEffect(() => {
    if (form !== first) keepMendDraft({ code, restoredId }, { openedOn, form });
  }, [form, first, code, restoredId, openedOn]);
  const problems = useMemo(() => problemsOf(form), [form]);
  return {
    form,
    change,
    problems,
    changesTo: (newest, source) => {
      if (problems.size > 0) return null;
      const mended = mendContent(base, mendingOf(form), source);
      return mended.ok ? compareVersions(newest, mended.value) : null;
    },
    dirty: form !== first,
    restored,
    startAgain: () => {
      dropMendDraft(place);
      setForm(first);
      setRestored(false);
    },
  };
}
