import type { Move } from "#domain/dossier/dossier-state.ts";
import type { ReactElement } from "react";
import type { ActFormProps } from "./act-props.ts";
import { ApproveForm, ForwardForm, SendBackForm } from "./note-forms.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import { ReturnForm } from "./return-form.tsx";

interface Props extends ActFormProps {
  readonly move: Exclude<Move, "take">;
}

/** The form of each act. */
export function ActForm({ move, ...rest }: Props): ReactElement {
  const forms = {
    forward: ForwardForm,
    recordOutcome: OutcomeForm,
    approve: ApproveForm,
    sendBack: SendBackForm,
    returnResult: ReturnForm,
  } as const satisfies Record<Props["move"], (props: ActFormProps) => ReactElement>;
  const Form = forms[move];
  return <Form {...rest} />;
}
