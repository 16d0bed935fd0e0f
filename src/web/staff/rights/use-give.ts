import { giveAssignment } from "#contract/assignments.ts";
import type { DossierRow } from "#contract/dossiers.ts";
import type { Task } from "#domain/mandate/mandate.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import type { NamedProcedure } from "../procedure-finder.tsx";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { forgetRights } from "./forget-rights.ts";
import type { UnitRights } from "./unit-rights-page.tsx";

export interface GiveForm {
  readonly accountId: string;
  readonly task: Task;
  readonly kind: "procedure" | "dossier";
  readonly procedure: NamedProcedure | null;
  readonly dossier: DossierRow | null;
  readonly reason: string;
  readonly validTo: string;
  readonly standsBy: boolean;
}

type Problems = Readonly<Partial<Record<keyof GiveForm, string>>>;

/** The form of a task outside of the list, what is missing in it, and its sending. */
export function useGive(rights: UnitRights, onClose: () => void) {
  const { mandates } = useText();
  const act = useAct(giveAssignment);
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<GiveForm>(() => ({
    accountId: rights.clerks.length === 1 ? (rights.clerks[0]?.accountId ?? "") : "",
    task: "receive",
    kind: "procedure",
    procedure: null,
    dossier: null,
    reason: "",
    validTo: localTime(serverNow()).day,
    standsBy: false,
  }));
  const problems: Problems = {
    ...(form.accountId === "" && { accountId: mandates.give.choose }),
    ...(form.kind === "procedure" && form.procedure === null && { procedure: mandates.give.choose }),
    ...(form.kind === "dossier" && form.dossier === null && { dossier: mandates.give.choose }),
    ...(form.reason.trim() === "" && { reason: mandates.missing }),
    ...(parsePlainDate(form.validTo) === undefined && { validTo: mandates.notADay }),
  };

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys(problems).length > 0) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const result = await act.send({ body: bodyOf(form, rights.unitId) });
    if (!result?.ok) return;
    const clerk = rights.clerks.find(({ accountId }) => accountId === form.accountId);
    onClose();
    showToast({ text: mandates.give.done(clerk?.fullName ?? "") });
    await forgetRights();
  }

  return {
    form,
    change: (changes: Partial<GiveForm>) => setForm((now) => ({ ...now, ...changes })),
    problems: asked ? problems : {},
    submit,
    pending: act.pending,
    problem: act.problem,
  };
}

function bodyOf(form: GiveForm, unitId: string) {
  const { accountId, task, kind, procedure, dossier, reason, standsBy, validTo } = form;
  return {
    unitId,
    accountId,
    task,
    ...(kind === "procedure" && procedure !== null && { procedureCode: procedure.id }),
    ...(kind === "dossier" && dossier !== null && { dossierId: dossier.dossierId }),
    reason: reason.trim(),
    standsBy,
    validTo,
  };
}
