import { type IncidentView, offerCompensation, payCompensation } from "#contract/incidents.ts";
import { leastCompensation } from "#domain/postal/postal-claims.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useAct } from "../use-act.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import styles from "./postal.module.css";
import { todayThere, useRecorded } from "./use-recorded.ts";

interface Props {
  readonly found: IncidentView;
  readonly onClose: () => void;
}

/** A sum as it was typed, with or without dots between the thousands; null when it is none. */
function sumOf(typed: string): number | null {
  const figures = typed.replace(/[.\s]/g, "");
  return /^\d{1,11}$/.test(figures) ? Number(figures) : null;
}

interface Cost {
  readonly evidence: string;
  readonly amount: string;
}

/** What is owed at least by what was typed so far; null while the postage is not known. */
function leastOf(
  { found, postage }: IncidentView,
  typedPostage: string,
  costs: readonly Cost[],
): number | null {
  const paid = postage ?? sumOf(typedPostage);
  if (found === null || found === "none" || paid === null) return null;
  const reissueCosts = dong(costs.reduce((sum, { amount }) => sum + (sumOf(amount) ?? 0), 0));
  return leastCompensation({ incident: found, postage: dong(paid), reissueCosts, operatorAtFault: true })
    .least;
}

/** The compensation, with the least that is owed beside it while one types. */
export function OfferDialog({ found, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const act = useAct(offerCompensation);
  const recorded = useRecorded(onClose);
  const [sent, setSent] = useState(false);
  const [on, setOn] = useState(todayThere());
  const [postage, setPostage] = useState("");
  const [typed, setTyped] = useState<string | null>(null);
  const [costs, setCosts] = useState<readonly Cost[]>([]);
  const least = leastOf(found, postage, costs);
  const amount = typed ?? (least === null ? "" : String(least));
  const wrong = (value: string) => (sent && sumOf(value) === null ? text.amountProblem : undefined);

  async function submit(): Promise<void> {
    setSent(true);
    const sum = sumOf(amount);
    const sums = costs.map((cost) => ({ evidence: cost.evidence.trim(), amount: sumOf(cost.amount) }));
    const whole = sums.flatMap(({ evidence, amount: of }) =>
      evidence === "" || of === null ? [] : [{ evidence, amount: of }],
    );
    const stated = sumOf(postage);
    if (sum === null || whole.length < sums.length || (found.postage === null && stated === null)) return;
    const { incidentId, version } = found.incident;
    const body = {
      version,
      on,
      amount: sum,
      costs: whole,
      ...(found.postage === null && stated !== null && { postage: stated }),
    };
    await recorded(await act.send({ params: { incidentId }, body }));
  }

  return (
    <IncidentFrame title={text.steps.offer} save={text.save} act={act} onSubmit={submit} onClose={onClose}>
      <DateField label={text.day} value={on} onChange={setOn} />
      {found.postage === null && (
        <TextField
          label={text.postage}
          value={postage}
          onChange={setPostage}
          inputMode="numeric"
          maxLength={14}
          problem={wrong(postage)}
        />
      )}
      {found.found !== "delayed" && <CostFields costs={costs} onChange={setCosts} sent={sent} />}
      <p aria-live="polite" className={styles["quiet"]}>
        {least === null ? "" : `${text.least}: ${formatDong(dong(least))}`}
      </p>
      <TextField
        label={text.compensation}
        value={amount}
        onChange={setTyped}
        inputMode="numeric"
        maxLength={14}
        problem={wrong(amount)}
      />
    </IncidentFrame>
  );
}

interface CostProps {
  readonly costs: readonly Cost[];
  readonly onChange: (costs: readonly Cost[]) => void;
  readonly sent: boolean;
}

/** What having the papers made again cost, one receipt after the other. */
function CostFields({ costs, onChange, sent }: CostProps): ReactElement {
  const { incidents: text } = useText();
  const change = (at: number, part: Partial<Cost>) =>
    onChange(costs.map((cost, index) => (index === at ? { ...cost, ...part } : cost)));
  return (
    <fieldset className={styles["costs"]}>
      <legend>{text.costs}</legend>
      {costs.map((cost, index) => (
        // Receipts have no name of their own while they are typed.
        <div key={String(index)} className={styles["filters"]}>
          <TextField
            label={text.evidence}
            value={cost.evidence}
            onChange={(evidence) => change(index, { evidence })}
            maxLength={500}
            problem={sent && cost.evidence.trim() === "" ? text.missing : undefined}
          />
          <TextField
            label={text.amount}
            value={cost.amount}
            onChange={(amount) => change(index, { amount })}
            inputMode="numeric"
            maxLength={14}
            problem={sent && sumOf(cost.amount) === null ? text.amountProblem : undefined}
          />
          <Button variant="subtle" onClick={() => onChange(costs.filter((_cost, at) => at !== index))}>
            {text.removeCost}
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={() => onChange([...costs, { evidence: "", amount: "" }])}>
        {text.addCost}
      </Button>
    </fieldset>
  );
}

/** That the compensation was paid, by its receipt; no money moves here. */
export function PaymentDialog({ found, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const act = useAct(payCompensation);
  const recorded = useRecorded(onClose);
  const [sent, setSent] = useState(false);
  const [form, setForm] = useState({
    on: todayThere(),
    amount: found.offered === null ? "" : String(found.offered),
    number: "",
  });
  const amount = sumOf(form.amount);
  const unnumbered = form.number.trim() === "";
  async function submit(): Promise<void> {
    setSent(true);
    if (amount === null || unnumbered) return;
    const { incidentId, version } = found.incident;
    await recorded(await act.send({ params: { incidentId }, body: { ...form, version, amount } }));
  }
  return (
    <IncidentFrame title={text.steps.pay} save={text.save} act={act} onSubmit={submit} onClose={onClose}>
      <TextField
        label={text.receiptNumber}
        value={form.number}
        onChange={(number) => setForm({ ...form, number })}
        maxLength={200}
        problem={sent && unnumbered ? text.missing : undefined}
      />
      <TextField
        label={text.amount}
        value={form.amount}
        onChange={(typed) => setForm({ ...form, amount: typed })}
        inputMode="numeric"
        maxLength={14}
        problem={sent && amount === null ? text.amountProblem : undefined}
      />
      <DateField label={text.day} value={form.on} onChange={(on) => setForm({ ...form, on })} />
    </IncidentFrame>
  );
}
