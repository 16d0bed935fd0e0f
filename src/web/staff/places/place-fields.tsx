import { type PlaceListRow, listPlaceChoices, listPlaces } from "#contract/places.ts";
import { listAdministrativeUnits } from "#contract/map.ts";
import { OPTIONAL_FIELDS, PLACE_KINDS, type PlaceField, type PlaceKind } from "#domain/unit/place.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { useRead } from "../use-read.ts";

interface Props {
  readonly field: PlaceField;
  readonly value: string;
  readonly names: PlaceListRow["names"];
  /** The first day of the place: what it refers to must be there on it. */
  readonly day: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The input that fits a field: a place or a unit to be found, one of a few values, or a line of text. */
export function PlaceFieldInput(props: Props): ReactElement {
  const { field } = props;
  const kind = PLACE_KINDS.find((one) => one === field);
  if (kind) return <PlacePicker {...props} kind={kind} />;
  if (field === "administrativeUnit") return <UnitPicker {...props} />;
  if (field === "agencyKind" || field === "codeMark" || field === "calendar")
    return <ChoiceInput {...props} field={field} />;
  return <LineInput {...props} />;
}

function useLabel(field: PlaceField): string {
  const text = useText();
  const label = text.places.fields[field];
  return OPTIONAL_FIELDS.has(field) ? `${label} (${text.common.optional})` : label;
}

function LineInput({ field, value, problem, onChange }: Props): ReactElement {
  return (
    <TextField
      label={useLabel(field)}
      value={value}
      onChange={onChange}
      problem={problem}
      maxLength={300}
      required={!OPTIONAL_FIELDS.has(field)}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface FinderProps extends Props {
  readonly options: readonly Option[];
  readonly hint?: string;
  readonly onType: (typed: string) => void;
}

/** Finds one of many by typing; what is chosen stays chosen whatever is typed next. */
function Finder(props: FinderProps): ReactElement {
  const { field, value, names, problem, options, hint, onType, onChange } = props;
  const text = useText();
  const known = options.some((option) => option.value === value);
  const chosen = value === "" || known ? [] : [{ value, label: names[value] ?? value }];
  return (
    <Select
      label={useLabel(field)}
      description={hint}
      placeholder={text.places.form.pick}
      nothingFoundMessage={text.places.form.nothingFound}
      data={[...chosen, ...options]}
      value={value === "" ? null : value}
      onChange={(next) => onChange(next ?? "")}
      onSearchChange={onType}
      searchable
      filter={({ options: found }) => found}
      clearable={OPTIONAL_FIELDS.has(field)}
      required={!OPTIONAL_FIELDS.has(field)}
      error={problem}
      comboboxProps={{ withinPortal: true }}
      clearButtonProps={{ "aria-label": text.common.clear }}
    />
  );
}

const TYPING_MS = 200;

/** Typed words to ask with; what is chosen stands in the field too and is no question. */
function useTyped(chosen: string | undefined) {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, TYPING_MS);
  return { asked: asked === chosen ? "" : asked, onType: setTyped };
}

function asOfPart(day: string): { readonly asOf?: string } {
  return parsePlainDate(day) === undefined ? {} : { asOf: day };
}

function PlacePicker(props: Props & { readonly kind: PlaceKind }): ReactElement {
  const text = useText();
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const { asked, onType } = useTyped(labels[props.value] ?? props.names[props.value]);
  const { data } = useRead(
    listPlaces,
    { query: { kind: props.kind, ...asOfPart(props.day), ...(asked !== "" && { q: asked }) } },
    { keepPrevious: true },
  );
  const options = (data?.places ?? [])
    .filter(({ editable }) => editable)
    .map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Finder
      {...props}
      names={{ ...props.names, ...labels }}
      options={unlikeLabels(options)}
      onType={onType}
      onChange={(value) => {
        const found = options.find((option) => option.value === value);
        if (found) setLabels({ ...labels, [value]: found.label });
        props.onChange(value);
      }}
      {...(props.field === "postOffice" && { hint: text.places.form.stateCounter })}
    />
  );
}

/** Two places may have one name: then the key tells them apart. */
function unlikeLabels(options: readonly Option[]): readonly Option[] {
  const count = (label: string) => options.filter((option) => option.label === label).length;
  return options.map(({ value, label }) => ({
    value,
    label: count(label) > 1 ? `${label} (${value})` : label,
  }));
}

function UnitPicker(props: Props): ReactElement {
  const text = useText();
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const label = labels[props.value] ?? props.names[props.value];
  const { asked, onType } = useTyped(label);
  const { data } = useRead(
    listAdministrativeUnits,
    { query: { ...asOfPart(props.day), ...(asked !== "" && { q: asked }) } },
    { keepPrevious: true },
  );
  const options = (data?.units ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return (
    <Finder
      {...props}
      names={{ ...props.names, ...labels }}
      options={options}
      onType={onType}
      hint={text.places.form.administrativeUnitHint}
      onChange={(value) => {
        const found = options.find((option) => option.value === value);
        if (found) setLabels({ ...labels, [value]: found.label });
        props.onChange(value);
      }}
    />
  );
}

type Choice = "agencyKind" | "codeMark" | "calendar";

function ChoiceInput(props: Props & { readonly field: Choice }): ReactElement {
  const { field, value, problem, onChange } = props;
  const text = useText();
  const { data } = useRead(listPlaceChoices, {});
  const options: Readonly<Record<Choice, readonly Option[]>> = {
    agencyKind: (data?.agencyKinds ?? []).map((one) => ({ value: one, label: text.places.agencyKinds[one] })),
    codeMark: (data?.codeMarks ?? []).map((one) => ({ value: one, label: text.places.codeMarks[one] })),
    calendar: (data?.calendars ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
  return (
    <Select
      label={useLabel(field)}
      data={[...options[field]]}
      value={value === "" ? null : value}
      onChange={(next) => onChange(next ?? "")}
      clearable={OPTIONAL_FIELDS.has(field)}
      required={!OPTIONAL_FIELDS.has(field)}
      error={problem}
      clearButtonProps={{ "aria-label": text.common.clear }}
    />
  );
}
