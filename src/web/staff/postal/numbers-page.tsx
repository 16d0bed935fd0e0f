import {
  type WaybillRangeView,
  closeWaybillRange,
  fillWaybillPool,
  listWaybillNumbers,
  openWaybillRange,
} from "#contract/waybills.ts";
import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { splitNumbers } from "#domain/postal/tracking-number.ts";
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { queryClient } from "../query-client.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { readKey, useRead } from "../use-read.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";

const forget = () => queryClient.invalidateQueries({ queryKey: readKey(listWaybillNumbers) });

/** Ranges of numbers and pools of numbers, how much is left of each, and how to add to them. */
export function NumbersPage(): ReactElement {
  const { postal: text } = useText();
  const { data, problem, loading, reload } = useRead(listWaybillNumbers, { query: {} });
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.numbers} intro={text.numbersIntro} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={6} />}
      {data && (
        <>
          <Panel id="ranges" title={text.ranges}>
            {data.ranges.length === 0 && <p className={styles["quiet"]}>{text.noRanges}</p>}
            {data.ranges.length > 0 && (
              <ul className={styles["list"]}>
                {data.ranges.map((range) => (
                  <RangeRow key={range.rangeId} range={range} />
                ))}
              </ul>
            )}
            <RangeForm carriers={data.carriers} />
          </Panel>
          <Panel id="pools" title={text.pools}>
            {data.pools.length === 0 && <p className={styles["quiet"]}>{text.noPools}</p>}
            {data.pools.map(({ carrier, free, taken }) => (
              <p key={carrier}>{`${text.carriers(carrier)}: ${text.poolLine(free, taken)}`}</p>
            ))}
            <PoolForm carriers={data.carriers} />
          </Panel>
        </>
      )}
    </div>
  );
}

function RangeRow({ range }: { readonly range: WaybillRangeView }): ReactElement {
  const { postal: text } = useText();
  const [closing, setClosing] = useState(false);
  const { first, last, next, left, closedAt, carrier } = range;
  const standing = next === null ? text.rangeEmpty : text.rangeLeft(left, next);
  return (
    <li>
      <p className={styles["code"]}>{text.rangeLine(first, last)}</p>
      <p className={styles["quiet"]}>
        {`${text.carriers(carrier)} · ${closedAt === null ? standing : text.rangeClosed}`}
      </p>
      {closedAt === null && (
        <div className={styles["acts"]}>
          <Button variant="default" size="compact-sm" onClick={() => setClosing(true)}>
            {text.closeRange}
          </Button>
        </div>
      )}
      {closing && <ClosingDialog range={range} onClose={() => setClosing(false)} />}
    </li>
  );
}

/** Closing is for good: asked once more, with the numbers that are lost by it. */
function ClosingDialog({
  range: { rangeId, first, last, left },
  onClose,
}: {
  readonly range: WaybillRangeView;
  readonly onClose: () => void;
}): ReactElement {
  const { postal: text } = useText();
  const act = useAct(closeWaybillRange);
  async function close(): Promise<void> {
    const result = await act.send({ params: { rangeId }, body: {} });
    if (!result?.ok) return;
    onClose();
    await forget();
  }
  return (
    <IncidentFrame
      title={text.closeRange}
      save={text.closeRange}
      act={act}
      onSubmit={close}
      onClose={onClose}
    >
      <p>{text.closeRangeHint(text.rangeLine(first, last), left)}</p>
    </IncidentFrame>
  );
}

/** One of those who carry here. */
function CarrierField(props: {
  readonly carriers: readonly string[];
  readonly value: string;
  readonly onChange: (carrier: string) => void;
}): ReactElement {
  const { postal: text } = useText();
  return (
    <NativeSelect
      label={text.carrier}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={props.carriers.map((value) => ({ value, label: text.carriers(value) }))}
    />
  );
}

const COUNTRY = "VN";

interface FormProps {
  readonly carriers: readonly string[];
}

function RangeForm({ carriers }: FormProps): ReactElement {
  const { postal: text } = useText();
  const act = useAct(openWaybillRange);
  const [form, setForm] = useState({ carrier: carriers[0] ?? OWN_CARRIER, service: "PA", from: "", to: "" });
  const isWhole = /^[A-Z]{2}$/.test(form.service) && /^\d{1,8}$/.test(form.from) && /^\d{1,8}$/.test(form.to);
  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { carrier, service, from, to } = form;
    const body = { carrier, service, country: COUNTRY, fromSerial: Number(from), toSerial: Number(to) };
    const result = await act.send({ body });
    if (!result?.ok) return;
    showToast({ text: text.rangeOpened });
    setForm({ ...form, from: "", to: "" });
    await forget();
  }
  return (
    <form className={styles["form"]} onSubmit={(event) => void open(event)}>
      <div className={styles["filters"]}>
        <CarrierField
          carriers={carriers}
          value={form.carrier}
          onChange={(carrier) => setForm({ ...form, carrier })}
        />
        <TextField
          label={text.serviceLetters}
          value={form.service}
          maxLength={2}
          onChange={(service) => setForm({ ...form, service: service.toUpperCase() })}
        />
        <TextField
          label={text.fromSerial}
          value={form.from}
          inputMode="numeric"
          maxLength={8}
          onChange={(from) => setForm({ ...form, from })}
        />
        <TextField
          label={text.toSerial}
          value={form.to}
          inputMode="numeric"
          maxLength={8}
          onChange={(to) => setForm({ ...form, to })}
        />
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
      <div className={styles["acts"]}>
        <Button type="submit" loading={act.pending} disabled={!isWhole}>
          {text.openRange}
        </Button>
      </div>
    </form>
  );
}

function PoolForm({ carriers }: FormProps): ReactElement {
  const { postal: text } = useText();
  const act = useAct(fillWaybillPool);
  const [carrier, setCarrier] = useState(carriers[0] ?? OWN_CARRIER);
  const [typed, setTyped] = useState("");
  const numbers = [...splitNumbers(typed)];
  async function fill(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await act.send({ body: { carrier, numbers } });
    if (!result?.ok) return;
    showToast({ text: text.poolFilled(result.value.added, result.value.left.length) });
    setTyped(result.value.left.map(({ number }) => number).join("\n"));
    await forget();
  }
  return (
    <form className={styles["form"]} onSubmit={(event) => void fill(event)}>
      <CarrierField carriers={carriers} value={carrier} onChange={setCarrier} />
      <Textarea
        label={text.poolNumbers}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
      />
      {act.problem && <ProblemNotice problem={act.problem} />}
      <div className={styles["acts"]}>
        <Button type="submit" loading={act.pending} disabled={numbers.length === 0}>
          {text.fillPool}
        </Button>
      </div>
    </form>
  );
}
