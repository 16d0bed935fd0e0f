import type { ButtonMove } from "#domain/dossier/dossier-machine.ts";
import type { ReactElement } from "react";
import { ConsultForm } from "../linked/consult-form.tsx";
import { ApologiseForm, ExtendForm } from "../turns/date-forms.tsx";
import { FulfilDutyForm, ImposeDutyForm } from "../turns/duty-forms.tsx";
import {
  AcceptWithdrawalForm,
  AskWithdrawalForm,
  DeclineWithdrawalForm,
  SendToDeskForm,
  StopForm,
} from "../turns/reason-forms.tsx";
import { PapersBackForm } from "../turns/papers-back-form.tsx";
import { ReopenForm } from "../turns/reopen-form.tsx";
import { AskSupplementForm, ReceiveSupplementForm } from "../turns/supplement-forms.tsx";
import type { ActFormProps } from "./act-props.ts";
import { AssignForm } from "./assign-form.tsx";
import { ChooseCollectionForm, TakeOverForm } from "./collection-forms.tsx";
import { HandBackForm, RemarkForm, ResubmitForm } from "./confirm-forms.tsx";
import { ApproveForm, ForwardForm, SendBackForm } from "./note-forms.tsx";
import { OutcomeForm, RefusalForm } from "./outcome-form.tsx";
import { ReturnForm } from "./return-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** Moves with a form here: those that have a button, but for what a press alone makes or the form of the counter. */
export type FormMove = Exclude<
  ButtonMove,
  "take" | "confirm" | "correct" | "receive" | "askBeforeReceipt" | "refuseIntake"
>;

interface Props extends ActFormProps {
  readonly move: FormMove;
}

/** The form of each act. */
export function ActForm({ move, ...rest }: Props): ReactElement {
  const forms = {
    handBack: HandBackForm,
    resubmit: ResubmitForm,
    withdraw: WithdrawForm,
    remark: RemarkForm,
    forward: ForwardForm,
    assign: AssignForm,
    recordOutcome: OutcomeForm,
    approve: ApproveForm,
    sendBack: SendBackForm,
    handPapersBack: PapersBackForm,
    chooseCollection: ChooseCollectionForm,
    takeOverResult: TakeOverForm,
    returnResult: ReturnForm,
    sendToDesk: SendToDeskForm,
    askSupplement: AskSupplementForm,
    supplement: ReceiveSupplementForm,
    imposeDuty: ImposeDutyForm,
    fulfilDuty: FulfilDutyForm,
    askWithdrawal: AskWithdrawalForm,
    acceptWithdrawal: AcceptWithdrawalForm,
    declineWithdrawal: DeclineWithdrawalForm,
    extend: ExtendForm,
    apologise: ApologiseForm,
    stop: StopForm,
    consult: ConsultForm,
    recordRefusal: RefusalForm,
    reopen: ReopenForm,
  } as const satisfies Record<FormMove, (props: ActFormProps) => ReactElement>;
  const Form = forms[move];
  return <Form {...rest} />;
}
