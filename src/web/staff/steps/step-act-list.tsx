import { type StepAct, takeStep } from "#contract/steps.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { settle } from "../dossiers/act-outcome.ts";
import panel from "../dossiers/acts-panel.module.css";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { PermitWords } from "../dossiers/permit-words.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { FinishForm } from "./finish-form.tsx";
import { SendBackForm } from "./send-back-form.tsx";
import { offeredStepActs } from "./step-acts.ts";
import type { StepItemProps } from "./step-item.tsx";

/** What can be done with a step now, each act by which right or why not. */
export function StepActs(props: StepItemProps): ReactElement | null {
  const { step, dossier, primary } = props;
  const [opened, setOpened] = useState<StepAct | null>(null);
  const taking = useTaking(props);
  const offered = offeredStepActs(step);
  // A form that was opened stays, with what was typed, also when the step moves on in other hands.
  if (offered.length === 0 && opened === null) return null;
  const close = () => setOpened(null);
  const act = (name: StepAct) =>
    name === "takeStep" ? void taking.send() : setOpened(opened === name ? null : name);
  const permit = step.acts.find((one) => one.act === opened)?.permit ?? NOT_NOW;
  return (
    <div className={panel["act"]}>
      <div className={panel["offer"]}>
        {offered.map((one) => (
          <ActButton
            key={one.act}
            offered={one}
            step={step}
            filled={one.act === primary && opened === null}
            expanded={opened === one.act}
            loading={one.act === "takeStep" && taking.pending}
            onAct={() => act(one.act)}
          />
        ))}
        <Reason offered={offered} saysRight={props.saysRight} />
      </div>
      {taking.problem && <ProblemNotice problem={taking.problem} />}
      {opened === "finishStep" && (
        <FinishForm dossier={dossier} step={step} permit={permit} onClose={close} />
      )}
      {opened === "sendStepBack" && <SendBackForm {...props} permit={permit} onClose={close} />}
      {opened === "assignStep" && <AssignDialog dossier={dossier} step={step} onClose={close} />}
    </div>
  );
}

/** What the state does not offer any more. */
const NOT_NOW = { allowed: false, basis: null, awaitsConfirmation: false, refusal: null } as const;

type Offered = StepItemProps["step"]["acts"][number];

interface ButtonProps {
  readonly offered: Offered;
  readonly step: StepItemProps["step"];
  readonly filled: boolean;
  readonly expanded: boolean;
  readonly loading: boolean;
  readonly onAct: () => void;
}

function ActButton({ offered, step, filled, expanded, loading, onAct }: ButtonProps): ReactElement {
  const { panel: text } = useText().steps;
  const label = labelOf(offered, step, text);
  return (
    <Button
      size="compact-md"
      variant={filled ? "filled" : "default"}
      disabled={!offered.permit.allowed}
      loading={loading}
      aria-label={`${label}: ${step.name}`}
      {...(offered.act === "takeStep" || offered.act === "assignStep" ? {} : { "aria-expanded": expanded })}
      onClick={onAct}
    >
      {label}
    </Button>
  );
}

function labelOf(
  { act, inPlaceOf }: Offered,
  { holder }: StepItemProps["step"],
  text: ReturnType<typeof useText>["steps"]["panel"],
): string {
  if (act === "takeStep" && inPlaceOf !== null) return text.takeInPlaceOf(inPlaceOf);
  return act === "assignStep" && holder !== null ? text.reassign : text.acts[act];
}

interface ReasonProps {
  readonly offered: readonly Offered[];
  readonly saysRight: boolean;
}

/** That an act would be done in another's place; why nothing can be done; or by which right, said once. */
function Reason({ offered, saysRight }: ReasonProps): ReactElement | null {
  const { panel: text } = useText().steps;
  const allowed = offered.filter(({ permit }) => permit.allowed);
  const inPlaceOf = allowed.find(({ act }) => act === "takeStep")?.inPlaceOf ?? null;
  if (inPlaceOf !== null) return <p className={panel["words"]}>{text.takeInPlaceOfNote(inPlaceOf)}</p>;
  const shown = allowed.length === 0 || saysRight ? (allowed[0] ?? offered[0]) : undefined;
  return shown ? <PermitWords permit={shown.permit} /> : null;
}

function useTaking({ dossier: { dossierId, version }, step }: StepItemProps) {
  const text = useText();
  const act = useAct(takeStep);
  async function send(): Promise<void> {
    settle(await act.send({ params: { dossierId, key: step.key }, body: { version } }), () => {
      showToast({ text: text.steps.taken });
      void forgetDossiers();
    });
  }
  return { send, pending: act.pending, problem: act.problem };
}
