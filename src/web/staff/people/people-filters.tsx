import { PERSON_STATES, listPeopleChoices } from "#contract/people.ts";
import { EMPLOYER_KINDS } from "#domain/people/contract.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";
import { type PeopleFilter, stateOf } from "./use-people.ts";

interface Props {
  readonly filter: PeopleFilter;
  readonly onChange: (change: Partial<PeopleFilter>) => void;
}

/** Narrows the list by words, employer, place and state. */
export function PeopleFilters({ filter, onChange }: Props): ReactElement {
  const { people } = useText();
  const { list } = people;
  const { data } = useRead(listPeopleChoices, {});
  const places = data ? [...data.units, ...data.agencies, ...data.postOffices] : [];
  return (
    <form
      role="search"
      aria-label={list.filter}
      className={styles["filters"]}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField label={list.search} value={filter.q} onChange={(q) => onChange({ q })} maxLength={200} />
      <SearchSelect
        label={list.place}
        placeholder={list.all}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.placeId}
        onChange={(placeId) => onChange({ placeId })}
        nothingFound={list.nothingFound}
      />
      <NativeSelect
        label={list.employer}
        value={filter.employerKind}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ employerKind: EMPLOYER_KINDS.find((kind) => kind === value) ?? "" });
        }}
        data={[
          { value: "", label: list.all },
          ...EMPLOYER_KINDS.map((kind) => ({ value: kind, label: people.employerKinds[kind] })),
        ]}
      />
      <NativeSelect
        label={list.state}
        value={filter.state}
        onChange={(event) => onChange({ state: stateOf(event.currentTarget.value) })}
        data={[
          { value: "", label: list.all },
          ...PERSON_STATES.map((state) => ({ value: state, label: people.states[state] })),
        ]}
      />
    </form>
  );
}
