import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { draftWith } from "../draft-prefill.ts";
import { figureLines } from "../figure-words.ts";
import styles from "./proposals.module.css";
import { ReviewCards, ReviewTable } from "./review-list.tsx";
import { type UnitFigures, prefillOf, reviewRows } from "./review-rows.ts";

interface Props {
  readonly view: UnitFigures;
  readonly find: string;
  readonly onlyOpen: boolean;
}

/** The unit as a whole, its fields with their procedures, and the way from those that are chosen to a draft. */
export function ReviewSheet({ view, find, onlyOpen }: Props): ReactElement {
  const text = useText();
  const { proposals, dates } = text;
  const { review } = proposals;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wide = useMediaQuery("(min-width: 66em)", true, { getInitialValueInEffect: false });
  const rows = reviewRows(view, opened, { find, onlyOpen });
  const List = wide ? ReviewTable : ReviewCards;
  return (
    <>
      <Panel id="unit-total" title={<span lang="vi">{view.unit.name}</span>}>
        <p className={styles["quiet"]}>
          {proposals.period(dates.shortDay(view.from), dates.shortDay(view.to))}
        </p>
        <Facts facts={figureLines(view.total, text)} />
      </Panel>
      {rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={view.fields.length === 0 ? review.none : review.noneFound}
          hint={view.fields.length === 0 ? review.noneHint : ""}
        />
      ) : (
        <List
          rows={rows}
          opened={opened}
          chosen={chosen}
          onOpen={(id) => setOpened(toggled(opened, id))}
          onChoose={(id) => setChosen(toggled(chosen, id))}
        />
      )}
      {chosen.size > 0 && (
        <div className={styles["bar"]}>
          <span role="status">{review.chosen(chosen.size)}</span>
          <Button renderRoot={(props) => <Link {...draftWith(prefillOf(view, chosen))} {...props} />}>
            {review.propose}
          </Button>
        </div>
      )}
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id]);
}
