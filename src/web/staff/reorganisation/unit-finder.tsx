import { listAdministrativeUnits, readAdministrativeUnit } from "#contract/map.ts";
import { listPlaces } from "#contract/places.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useRead } from "../use-read.ts";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: { readonly key: string; readonly name: string } | null;
  readonly problem?: string | undefined;
  /** Units that may not be chosen again. */
  readonly besides?: readonly string[];
  readonly onChoose: (unit: { readonly key: string; readonly name: string }) => void;
}

const TYPING_MS = 200;

/** A one-stop unit that stands, found by typing. */
export function UnitFinder({ label, hint, chosen, problem, besides = [], onChoose }: Props): ReactElement {
  const { form } = useText().reorganisation;
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, TYPING_MS);
  const { data } = useRead(
    listPlaces,
    { query: { kind: "oneStopUnit", ...(asked !== "" && asked !== chosen?.name && { q: asked }) } },
    { keepPrevious: true },
  );
  const found = (data?.places ?? [])
    .filter(({ key, editable }) => editable && !besides.includes(key))
    .map(({ key, name }) => ({ value: key, label: name }));
  const known = chosen === null || found.some(({ value }) => value === chosen.key);
  return (
    <Select
      label={label}
      description={hint}
      placeholder={form.pick}
      nothingFoundMessage={form.nothingFound}
      data={known ? found : [{ value: chosen.key, label: chosen.name }, ...found]}
      value={chosen?.key ?? null}
      onChange={(key) => {
        const unit = found.find(({ value }) => value === key);
        if (unit) onChoose({ key: unit.value, name: unit.label });
      }}
      onSearchChange={setTyped}
      searchable
      filter={({ options }) => options}
      error={problem}
      required
    />
  );
}

interface CommuneProps {
  readonly value: string;
  /** The first day of the new unit. */
  readonly day: string;
  readonly problem: string | undefined;
  readonly onChange: (code: string) => void;
}

/** A commune of the register on a day, of whichever province. */
export function CommuneFinder({ value, day, problem, onChange }: CommuneProps): ReactElement {
  const { form } = useText().reorganisation;
  const { options, onType, onPick } = useCommunes(value, day);
  return (
    <Select
      label={form.administrativeUnit}
      description={form.administrativeUnitHint}
      placeholder={form.pick}
      nothingFoundMessage={form.nothingFound}
      data={options}
      value={value === "" ? null : value}
      onChange={(code) => {
        onPick(code);
        onChange(code ?? "");
      }}
      onSearchChange={onType}
      searchable
      filter={({ options }) => options}
      error={problem}
      required
    />
  );
}

/** Communes that fit what is typed, and always the chosen one, by its name. */
function useCommunes(value: string, day: string) {
  const [typed, setTyped] = useState("");
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const [asked] = useDebouncedValue(typed, TYPING_MS);
  const asOf = parsePlainDate(day) === undefined ? {} : { asOf: day };
  const own = useRead(
    readAdministrativeUnit,
    { params: { code: value }, query: asOf },
    { enabled: value !== "" && labels[value] === undefined },
  );
  const label = labels[value] ?? (own.data ? `${own.data.unit.name} (${value})` : value);
  const q = [label, value].includes(asked) ? {} : { q: asked };
  const { data } = useRead(listAdministrativeUnits, { query: { ...asOf, ...q } }, { keepPrevious: true });
  const found = (data?.units ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const known = value === "" || found.some((option) => option.value === value);
  return {
    options: known ? found : [{ value, label }, ...found],
    onType: setTyped,
    onPick: (code: string | null) => {
      const chosen = found.find((option) => option.value === code);
      if (chosen) setLabels({ ...labels, [chosen.value]: chosen.label });
    },
  };
}
