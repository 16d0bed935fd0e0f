import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "../text/use-text.ts";
import styles from "./search-select.module.css";

export interface SearchOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly SearchOption[];
  /** The chosen value; empty when nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: ReactNode;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly nothingFound: string;
  /** What was typed, where more exist than the options: whoever is told asks for those that fit. */
  readonly onType?: (typed: string) => void;
  /** The field adds to a list beside it: what was typed goes with the choice, and the next one is typed at once. */
  readonly adds?: boolean;
}

/** More than anybody reads: who has more typed too little. */
const SHOWN_MAX = 60;
/** As many letters as the narrowest field shows. */
const LENGTH_SHOWN = 34;

/** One of many known ones, found by typing without diacritics. */
export function SearchSelect({
  label,
  options,
  value,
  onChange,
  problem,
  hint,
  placeholder,
  required = false,
  disabled = false,
  nothingFound,
  onType,
  adds = false,
}: Props): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState("");
  const chosen = options.find((option) => option.value === value)?.label ?? "";
  return (
    <div>
      <Select
        label={label}
        description={hint}
        placeholder={placeholder ?? ""}
        data={[...options]}
        value={value === "" ? null : value}
        onChange={(next) => {
          if (adds) setTyped("");
          onChange(next ?? "");
        }}
        {...(adds && { searchValue: typed })}
        onSearchChange={(now) => {
          setTyped(now);
          onType?.(now);
        }}
        searchable
        // A field that gets the focus to be mended shows what is wrong, not a list over it.
        openOnFocus={false}
        // Turns true when options that fit arrive, and Enter takes the first: who typed before they came is heard too.
        selectFirstOptionOnChange={
          byWords({ options: [...options], search: typed, limit: SHOWN_MAX }).length > 0
        }
        // Without it the list forgets, a moment after it opened, which line Enter takes: who types fast is not heard.
        selectFirstOptionOnDropdownOpen={value === ""}
        filter={byWords}
        limit={SHOWN_MAX}
        // The list scrolls itself: a box around it would be a part of the page that no key reaches.
        withScrollArea={false}
        classNames={{ options: styles["options"] ?? "" }}
        nothingFoundMessage={nothingFound}
        error={problem}
        required={required}
        disabled={disabled}
        clearable={!required}
        clearButtonProps={{ "aria-label": text.common.clear }}
      />
      {/* The field is one line: on a narrow screen a long name goes on below it. */}
      {chosen.length > LENGTH_SHOWN && (
        <p className={styles["whole"]} aria-hidden="true" lang="vi">
          {chosen}
        </p>
      )}
    </div>
  );
}

/** Every word that was typed begins a word of the label. */
const byWords: OptionsFilter = ({ options, search }) => {
  const words = searchKey(search).split(" ");
  return (options as ComboboxItem[]).filter(({ label }) => {
    const key = ` ${searchKey(label)}`;
    return words.every((word) => key.includes(` ${word}`));
  });
};
