import { mendContent } from "#domain/catalogue/mend-content.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { type VersionChange, compareVersions } from "#domain/catalogue/version-changes.ts";
import { useCallback, useMemo, useState } from "react";
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
}

/** The form of a content while it is mended. Nothing of it leaves the page before it is published. */
export function useMendForm(base: ProcedureContent): Mending {
  const first = useMemo(() => formOf(base), [base]);
  const [form, setForm] = useState(first);
  const change = useCallback<ChangeForm>((next) => setForm(next), []);
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
  };
}
