import {
  type MailPlanBody,
  type MailRouteView,
  changeMailRoute,
  openMailRoute,
} from "#contract/mail-runs.ts";
import { findReceivers } from "#contract/receivers.ts";
import { MAIL_STOP_KINDS } from "#domain/postal/mail-run.ts";
import { Button, Checkbox, NumberInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { clockTime, readTime } from "../read-time.ts";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetMailRuns } from "./forget-mail-runs.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import styles from "./postal.module.css";
import { todayThere } from "./use-recorded.ts";

interface Props {
  /** Null: a new one. */
  readonly route: MailRouteView | null;
  readonly onClose: () => void;
}

interface StopForm {
  readonly key: number;
  /** Kind and id: "unit:…". */
  readonly place: string;
  readonly time: string;
}

interface PlanForm {
  readonly name: string;
  readonly vehicle: string;
  readonly capacity: number;
  readonly driverId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly weekdays: readonly number[];
  readonly onMakeUpDays: boolean;
  readonly stops: readonly StopForm[];
}

/** Monday first, as weeks are written here. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const emptyStop = (key: number): StopForm => ({ key, place: "", time: "" });

/** A new plan: working days, from one place to another. */
function emptyForm(): PlanForm {
  return {
    name: "",
    vehicle: "",
    capacity: 20,
    driverId: "",
    validFrom: todayThere(),
    validTo: "",
    weekdays: [1, 2, 3, 4, 5],
    onMakeUpDays: true,
    stops: [emptyStop(0), emptyStop(1)],
  };
}

function formOf(route: MailRouteView | null): PlanForm {
  const last = route?.versions[0];
  if (!route || !last) return emptyForm();
  const { vehicle, capacity, driver, weekdays, onMakeUpDays, stops } = last;
  return {
    ...emptyForm(),
    name: route.name,
    vehicle,
    capacity,
    driverId: driver.id,
    weekdays,
    onMakeUpDays,
    stops: stops.map(({ kind, id, time }, key) => ({ key, place: `${kind}:${id}`, time })),
  };
}

function bodyOf(form: PlanForm): MailPlanBody {
  const { vehicle, capacity, driverId, validFrom, onMakeUpDays } = form;
  return {
    validFrom,
    validTo: form.validTo === "" ? null : form.validTo,
    weekdays: [...form.weekdays],
    onMakeUpDays,
    vehicle,
    capacity,
    driverId,
    stops: form.stops.map(({ place, time }) => {
      const [named, id = ""] = place.split(":");
      return { kind: MAIL_STOP_KINDS.find((kind) => kind === named) ?? "unit", id, time: clockTime(time) };
    }),
  };
}

/** Opens a route, or changes one from a day on. */
export function MailPlanDialog({ route, onClose }: Props): ReactElement {
  const { mailRuns: text } = useText();
  const receivers = useRead(findReceivers, { query: {} });
  const opening = useAct(openMailRoute);
  const changing = useAct(changeMailRoute);
  const [form, setForm] = useState(() => formOf(route));
  const set = (part: Partial<PlanForm>) => setForm({ ...form, ...part });
  async function submit(): Promise<void> {
    const plan = bodyOf(form);
    const result = route
      ? await changing.send({ params: { routeId: route.routeId }, body: { plan } })
      : await opening.send({ body: { name: form.name, plan } });
    if (!result?.ok) return;
    showToast({ text: text.kept });
    onClose();
    await forgetMailRuns();
  }
  const people = (receivers.data?.receivers ?? []).flatMap(({ kind, id, name }) =>
    kind === "person" && id !== null ? [{ value: id, label: name }] : [],
  );
  const places = (receivers.data?.receivers ?? []).flatMap(({ kind, id, name }) =>
    MAIL_STOP_KINDS.some((one) => one === kind) ? [{ value: `${kind}:${id}`, label: name }] : [],
  );
  return (
    <IncidentFrame
      title={route === null ? text.newRoute : route.name}
      save={text.save}
      act={route ? changing : opening}
      onSubmit={submit}
      onClose={onClose}
    >
      {receivers.problem && <ProblemNotice problem={receivers.problem} />}
      {route === null && (
        <TextField label={text.name} value={form.name} onChange={(name) => set({ name })} required />
      )}
      <PlanFields form={form} set={set} people={people} />
      <StopFields form={form} set={set} places={places} />
    </IncidentFrame>
  );
}

interface FieldProps {
  readonly form: PlanForm;
  readonly set: (part: Partial<PlanForm>) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function PlanFields({
  form,
  set,
  people,
}: FieldProps & { readonly people: readonly Option[] }): ReactElement {
  const { mailRuns: text, papers } = useText();
  const toggle = (day: number, on: boolean) =>
    set({ weekdays: on ? [...form.weekdays, day] : form.weekdays.filter((one) => one !== day) });
  return (
    <>
      <DateField
        label={text.validFrom}
        value={form.validFrom}
        onChange={(validFrom) => set({ validFrom })}
        required
      />
      <DateField label={text.validTo} value={form.validTo} onChange={(validTo) => set({ validTo })} />
      <fieldset className={styles["costs"]}>
        <legend>{text.days}</legend>
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            label={text.weekdayNames[day]}
            checked={form.weekdays.includes(day)}
            onChange={(event) => toggle(day, event.currentTarget.checked)}
          />
        ))}
        <Checkbox
          label={text.onMakeUpDays}
          checked={form.onMakeUpDays}
          onChange={(event) => set({ onMakeUpDays: event.currentTarget.checked })}
        />
      </fieldset>
      <TextField
        label={text.vehicle}
        value={form.vehicle}
        onChange={(vehicle) => set({ vehicle })}
        required
      />
      <NumberInput
        label={text.capacity}
        value={form.capacity}
        min={1}
        max={10_000}
        allowDecimal={false}
        onChange={(value) => set({ capacity: Number(value) })}
      />
      <SearchSelect
        label={text.driver}
        options={people}
        value={form.driverId}
        onChange={(driverId) => set({ driverId })}
        nothingFound={papers.noReceiver}
        required
      />
    </>
  );
}

function StopFields({
  form,
  set,
  places,
}: FieldProps & { readonly places: readonly Option[] }): ReactElement {
  const { mailRuns: text, papers } = useText();
  const change = (key: number, part: Partial<StopForm>) =>
    set({ stops: form.stops.map((stop) => (stop.key === key ? { ...stop, ...part } : stop)) });
  const nextKey = Math.max(-1, ...form.stops.map(({ key }) => key)) + 1;
  return (
    <>
      {form.stops.map(({ key, place, time }, index) => (
        <fieldset key={key} className={styles["costs"]}>
          <legend>{text.stop(index + 1)}</legend>
          <SearchSelect
            label={text.stop(index + 1)}
            options={places}
            value={place}
            onChange={(chosen) => change(key, { place: chosen })}
            nothingFound={papers.noReceiver}
            required
          />
          <TextField
            label={text.time(index + 1)}
            value={time}
            onChange={(typed) => change(key, { time: typed })}
            onBlur={() => change(key, { time: clockTime(time) })}
            problem={time !== "" && readTime(time) === undefined ? text.timeProblem : undefined}
            placeholder="07:30"
            maxLength={5}
            required
          />
          {form.stops.length > 2 && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => set({ stops: form.stops.filter((stop) => stop.key !== key) })}
            >
              {text.removeStop(index + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      <Button variant="default" onClick={() => set({ stops: [...form.stops, emptyStop(nextKey)] })}>
        {text.addStop}
      </Button>
    </>
  );
}
