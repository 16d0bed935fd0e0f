import { listTrainingChoices } from "#contract/training.ts";
import { TRAINING_STATES } from "#domain/people/training.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";
import { AccreditationList } from "./accreditation-list.tsx";
import styles from "./people.module.css";
import { NO_FILTER, trainingStateOf } from "./use-training.ts";

/** Training by clerk, by field, or what ends soon. */
export function AccreditationsTab(): ReactElement {
  const { training } = useText();
  const { people: text, form } = training;
  const { data } = useRead(listTrainingChoices, {});
  const [filter, setFilter] = useState(NO_FILTER);
  return (
    <div className={styles["stack"]}>
      <form
        role="search"
        aria-label={text.filter}
        className={styles["filters"]}
        onSubmit={(event) => event.preventDefault()}
      >
        <SearchSelect
          label={text.clerk}
          placeholder={text.all}
          options={(data?.clerks ?? []).map((one) => ({
            value: one.id,
            label: `${one.name} – ${one.place}`,
          }))}
          value={filter.accountId}
          onChange={(accountId) => setFilter({ ...filter, accountId })}
          nothingFound={form.nothingFound}
        />
        <SearchSelect
          label={text.field}
          placeholder={text.all}
          options={(data?.fields ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={filter.fieldCode}
          onChange={(fieldCode) => setFilter({ ...filter, fieldCode })}
          nothingFound={form.nothingFound}
        />
        <NativeSelect
          label={text.state}
          value={filter.state}
          onChange={(event) => setFilter({ ...filter, state: trainingStateOf(event.currentTarget.value) })}
          data={[
            { value: "", label: text.all },
            ...TRAINING_STATES.map((state) => ({ value: state, label: training.states[state] })),
          ]}
        />
      </form>
      <AccreditationList filter={filter} />
    </div>
  );
}
