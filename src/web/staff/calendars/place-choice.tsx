import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./calendars.module.css";
import { type ChosenPlace, useCalendarPlaces } from "./use-calendars.ts";

interface Props {
  readonly place: ChosenPlace | null;
  readonly onChoose: (place: ChosenPlace) => void;
}

const TYPING_MS = 200;

/** Whose calendar is looked at: one's own places first, any other by its name. */
export function PlaceChoice({ place, onChoose }: Props): ReactElement {
  const { calendars: text, common } = useText();
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed, TYPING_MS);
  const { data } = useCalendarPlaces(words === place?.name ? "" : words);
  const places = data?.places ?? [];
  const keyOf = ({ placeKind, placeId }: Pick<ChosenPlace, "placeKind" | "placeId">) =>
    `${placeKind}:${placeId}`;
  const known = place && !places.some((one) => keyOf(one) === keyOf(place)) ? [place, ...places] : places;
  return (
    <div className={styles["choice"]}>
      <Select
        label={text.place}
        placeholder={text.placeHint}
        data={known.map((one) => ({
          value: keyOf(one),
          label: one.name,
          description: text.placeKinds[one.placeKind],
        }))}
        value={place ? keyOf(place) : null}
        onChange={(key) => {
          const found = known.find((one) => keyOf(one) === key);
          if (found) onChoose(found);
        }}
        searchable
        onSearchChange={setTyped}
        // What the server found by the words is shown as it is, with or without diacritics.
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <span>
            {option.label}
            <span className={styles["under"]}>
              {"description" in option ? String(option.description) : ""}
            </span>
          </span>
        )}
        allowDeselect={false}
        openOnFocus={false}
        nothingFoundMessage={common.nothingHere}
      />
      {data && data.more > 0 && <p className={`${styles["quiet"]} no-print`}>{text.more(data.more)}</p>}
    </div>
  );
}
