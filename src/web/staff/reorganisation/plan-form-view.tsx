import { type PlanInput, previewReorganisation } from "#contract/reorganisations.ts";
import type { ReorganisationPreview } from "#contract/reorganisations.ts";
import { REORGANISATION_SHAPES } from "#domain/unit/reorganisation.ts";
import { Button, Group, Radio, Stack } from "@mantine/core";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { CallProblem } from "../api.ts";
import { DecisionFields } from "../decision-fields.tsx";
import { LeaveGuard } from "../mandates/leave-guard.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { EndingFields, PointFields } from "./ending-fields.tsx";
import { HeirFields } from "./heir-fields.tsx";
import { PlanDetails } from "./plan-details.tsx";
import { PlanFindings } from "./plan-findings.tsx";
import {
  type EndingUnit,
  type PlanForm,
  type PlanProblems,
  isComplete,
  newHeir,
  planInput,
  planProblems,
  withShape,
  withUnit,
} from "./plan-form.ts";
import { PlanPicture } from "./plan-picture.tsx";
import styles from "./reorganisation.module.css";

export interface PlanBody {
  readonly title: string;
  readonly decision: { number: string; issuer: string; title: string; issuedOn: string; source: string };
  readonly plan: PlanInput;
}

interface Props {
  readonly start: PlanForm;
  readonly reorganisationId?: string;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  /** True when the plan was kept; else the preview says why not. */
  readonly onSave: (body: PlanBody) => Promise<boolean>;
}

const NOTHING_SAID: PlanProblems = { decision: {}, heirs: [] };

/** The plan as a form, its preview below it, and keeping it. */
export function PlanFormView({ start, reorganisationId, pending, problem, onSave }: Props): ReactElement {
  const text = useText();
  const { form: words } = text.reorganisation;
  const [form, setForm] = useState(start);
  const [asked, setAsked] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const kept = useRef(false);
  const { preview, look, looking, failed } = usePreview(reorganisationId);
  const problems = planProblems(form, text);

  function complete(): boolean {
    setAsked(true);
    if (isComplete(problems)) return true;
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
    return false;
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!complete()) return;
    const plan = planInput(form);
    const { knownId: _knownId, ...decision } = form.decision;
    // Whoever keeps the plan is led on before the answer is here: the guard must know by then.
    kept.current = true;
    kept.current = await onSave({ title: form.title.trim(), decision, plan });
    if (!kept.current) await look(plan);
  }

  return (
    <form ref={element} className={styles["stack"]} onSubmit={(event) => void save(event)} noValidate>
      <PlanSections
        form={form}
        problems={asked ? problems : NOTHING_SAID}
        onChange={setForm}
        onAdd={(unit) => setForm((now) => withUnit(now, unit))}
      />
      {preview && (
        <>
          <PlanFindings preview={preview} />
          <PlanPicture preview={preview} />
          <PlanDetails preview={preview} />
        </>
      )}
      {(problem ?? failed) && <ProblemNotice problem={(problem ?? failed) as CallProblem} />}
      <p className={styles["quiet"]}>{words.saveHint}</p>
      <Group>
        <Button
          variant="default"
          loading={looking}
          onClick={() => {
            if (complete()) void look(planInput(form));
          }}
        >
          {words.preview}
        </Button>
        <Button type="submit" loading={pending}>
          {words.save}
        </Button>
      </Group>
      <LeaveGuard dirty={form !== start} free={() => kept.current} />
    </form>
  );
}

function usePreview(reorganisationId: string | undefined) {
  const act = useAct(previewReorganisation);
  const [preview, setPreview] = useState<ReorganisationPreview | null>(null);
  async function look(plan: PlanInput): Promise<void> {
    const result = await act.send({
      body: { plan, ...(reorganisationId !== undefined && { reorganisationId }) },
    });
    if (result?.ok) setPreview(result.value);
  }
  return { preview, look, looking: act.pending, failed: act.problem };
}

interface SectionProps {
  readonly form: PlanForm;
  readonly problems: PlanProblems;
  readonly onChange: (form: PlanForm) => void;
}

function PlanSections({
  form,
  problems,
  onChange,
  onAdd,
}: SectionProps & { readonly onAdd: (unit: EndingUnit) => void }): ReactElement {
  const { form: text } = useText().reorganisation;
  return (
    <>
      <Panel id="shape" title={text.shape}>
        <ShapeChoice form={form} onChange={onChange} />
      </Panel>
      <Panel id="ending" title={text.ending}>
        <EndingFields form={form} problem={problems.units} onChange={onChange} onAdd={onAdd} />
      </Panel>
      <Panel id="heirs" title={text.heir}>
        <Heirs form={form} problems={problems} onChange={onChange} />
      </Panel>
      {form.units.some(({ points }) => points.length > 0) && (
        <Panel id="points" title={text.points}>
          <PointFields form={form} onChange={onChange} />
        </Panel>
      )}
      <Panel id="basics" title={text.basics}>
        <Basics form={form} problems={problems} onChange={onChange} />
      </Panel>
    </>
  );
}

function ShapeChoice({ form, onChange }: Omit<SectionProps, "problems">): ReactElement {
  const { reorganisation: text } = useText();
  return (
    <Radio.Group
      aria-label={text.form.shape}
      value={form.shape}
      onChange={(value) => {
        const shape = REORGANISATION_SHAPES.find((one) => one === value);
        if (shape) onChange(withShape(form, shape));
      }}
    >
      <Stack gap="xs">
        {REORGANISATION_SHAPES.map((shape) => (
          <Radio key={shape} value={shape} label={text.shapes[shape]} description={text.shapeHints[shape]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Heirs({ form, problems, onChange }: SectionProps): ReactElement {
  const { form: text } = useText().reorganisation;
  return (
    <div className={styles["stack"]}>
      {form.heirs.map((heir, at) => (
        <HeirFields
          key={heir.ref}
          title={at === 0 ? text.mainHeir : text.otherHeir(at + 1)}
          heir={heir}
          day={form.effectiveOn}
          ending={form.units.map(({ key }) => key)}
          problems={problems.heirs[at] ?? {}}
          onChange={(changed) =>
            onChange({ ...form, heirs: form.heirs.map((one) => (one === heir ? changed : one)) })
          }
        />
      ))}
      {form.shape === "split" && (
        <Group>
          <Button
            variant="light"
            onClick={() => onChange({ ...form, heirs: [...form.heirs, newHeir(form.heirs.length + 1)] })}
          >
            {text.addHeir}
          </Button>
        </Group>
      )}
    </div>
  );
}

function Basics({ form, problems, onChange }: SectionProps): ReactElement {
  const { form: text } = useText().reorganisation;
  return (
    <div className={styles["stack"]}>
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={form.title}
        onChange={(title) => onChange({ ...form, title })}
        problem={problems.title}
        maxLength={500}
        required
      />
      <DateField
        label={text.effectiveOn}
        hint={text.effectiveOnHint}
        value={form.effectiveOn}
        onChange={(effectiveOn) => onChange({ ...form, effectiveOn })}
        problem={problems.effectiveOn}
        required
      />
      <DecisionFields
        form={form.decision}
        onChange={(decision) => onChange({ ...form, decision })}
        problems={problems.decision}
      />
    </div>
  );
}
