import { type AwaitedRow, confirmDossiers } from "#contract/confirming.ts";
import type { RefusalDetails } from "#web/text/refusal-words.ts";
import type { RefusalCode } from "#contract/refusals.ts";
import { useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { useAct } from "../use-act.ts";

/** One that was not confirmed, and why. */
export interface NotConfirmed {
  readonly dossierId: string;
  readonly code: string;
  readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails };
}

/** Confirms what is chosen; what changed meanwhile is told by its code and stays in the list. */
export function useConfirmMany() {
  const text = useText();
  const act = useAct(confirmDossiers);
  const [refused, setRefused] = useState<readonly NotConfirmed[]>([]);

  async function confirm(rows: readonly AwaitedRow[]): Promise<void> {
    if (rows.length === 0) return;
    setRefused([]);
    const dossiers = rows.map(({ dossierId, version }) => ({ dossierId, version }));
    const result = await act.send({ body: { dossiers } });
    if (!result?.ok) return;
    const { results } = result.value;
    const codes = new Map(rows.map(({ dossierId, code }) => [dossierId, code]));
    const not = results.flatMap(({ dossierId, refusal }) =>
      refusal === null ? [] : [{ dossierId, code: codes.get(dossierId) ?? "", refusal }],
    );
    setRefused(not);
    if (not.length < results.length)
      showToast({ text: text.confirming.confirmed(results.length - not.length) });
    await forgetDossiers();
  }

  return { confirm, refused, pending: act.pending, problem: act.problem };
}
