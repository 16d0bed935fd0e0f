import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./confirming.module.css";
import { RefreshButton } from "./refresh-button.tsx";
import type { Waiting } from "./use-waiting.ts";

interface HeadProps {
  readonly read: Waiting<unknown>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly words: {
    readonly filterHint: string;
    readonly total: (count: number) => string;
    readonly shownOf: (shown: number, total: number) => string;
  };
}

/** The filter of a list, how much of it there is, and reading it again. */
export function ListHead({ read, typed, onType, words }: HeadProps): ReactElement {
  const text = useText();
  const { rows = [], total } = read;
  return (
    <>
      <div className={styles["tools"]}>
        <TextField
          label={text.confirming.filter}
          hint={words.filterHint}
          value={typed}
          onChange={onType}
          leftSection={<Icon name="search" size={18} />}
          data-search
        />
      </div>
      <div className={styles["bar"]}>
        <span role="status">
          {rows.length < total ? words.shownOf(rows.length, total) : words.total(total)}
        </span>
        <RefreshButton fetching={read.fetching} onClick={read.reload} />
      </div>
    </>
  );
}

/** The way to the next page of the list, where there is one. */
export function MoreRows({ read }: { readonly read: Waiting<unknown> }): ReactElement | null {
  const text = useText();
  if (!read.hasMore) return null;
  return (
    <div>
      <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
        {text.common.more}
      </Button>
    </div>
  );
}
