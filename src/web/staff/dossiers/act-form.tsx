import type { Move } from "#domain/dossier/dossier-state.ts";
import type { ReactElement } from "react";
import type { ActFormProps } from "./act-props.ts";
import { HandBackForm, RemarkForm, ResubmitForm } from "./confirm-forms.tsx";
import { ApproveForm, ForwardForm, SendBackForm } from "./note-forms.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import { ReturnForm } from "./return-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

interface Props extends ActFormProps {
  readonly move: Exclude<Move, "take" | "confirm" | "correct">;
}

/** The form of each act. */
export function ActForm({ move, ...rest }: Props): ReactElement {
  const forms = {
    handBack: HandBackForm,
    resubmit: ResubmitForm,
    withdraw: WithdrawForm,
    remark: RemarkForm,
    forward: ForwardForm,
    recordOutcome: OutcomeForm,
    approve: ApproveForm,
    sendBack: SendBackForm,
    returnResult: ReturnForm,
    handOver: ReturnForm,
  } as const satisfies Record<Props["move"], (props: ActFormProps) => ReactElement>;
  const Form = forms[move];
  return <Form {...rest} />;
}
