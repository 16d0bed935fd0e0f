import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { FoundRows, TabbedLists } from "../tabbed-lists.tsx";
import { StepList } from "./step-list.tsx";
import { type StepsOf, useSteps } from "./use-steps.ts";

/** The open steps of one's own hands, and those that wait for one's post. */
export function StepsPage(): ReactElement {
  const { list } = useText().steps;
  return <TabbedLists<StepsOf> words={list} lists={["mine", "role"]} tabs={list.tabs} shows={Found} />;
}

function Found({ list }: { readonly list: StepsOf }): ReactElement {
  const { list: text } = useText().steps;
  const read = useSteps(list);
  return (
    <FoundRows read={read} empty={{ title: text.empty[list], hint: text.emptyHint }}>
      <StepList rows={read.rows ?? []} label={text.tabs[list]} />
    </FoundRows>
  );
}
