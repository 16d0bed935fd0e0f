import type { CallResult } from "../api.ts";
import { settle } from "../dossiers/act-outcome.ts";
import type { ActFormProps } from "../dossiers/act-props.ts";

/** What every turn answers: the form to print, if one was issued. */
interface Turned {
  readonly formIssueId: string | null;
}

/** After a turn was sent: done, with the form that it issued; or read again what somebody else changed first. */
export function settleTurn(result: CallResult<Turned> | undefined, onDone: ActFormProps["onDone"]): void {
  settle(result, () => onDone(result?.ok ? (result.value.formIssueId ?? undefined) : undefined));
}
