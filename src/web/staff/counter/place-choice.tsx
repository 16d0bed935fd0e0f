import { findIntakePlaces } from "#contract/intake.ts";
import { Button, Collapse } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useSession } from "../session/session.ts";
import { useRead } from "../use-read.ts";
import type { IntakeForm } from "./intake-form.ts";
import styles from "./place-choice.module.css";
import type { Intake } from "./use-intake.ts";

/** Who is to decide, where the citizen was helped and where the result is fetched; folded away, since as a rule all are here. */
export function PlaceChoice({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const foldId = useId();
  const session = useSession();
  const { form } = intake;
  const isElsewhere =
    form.decidingAgencyId !== "" || form.helpedAtUnitId !== "" || form.collectedAtUnitId !== "";
  const [opened, setOpened] = useState(isElsewhere);
  return (
    <div className={styles["places"]}>
      {!isElsewhere && (
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          aria-expanded={opened}
          aria-controls={foldId}
          onClick={() => setOpened(!opened)}
        >
          {opened ? text.groups.placesHide : text.groups.placesChange}
        </Button>
      )}
      <Collapse id={foldId} expanded={opened || isElsewhere}>
        {(opened || isElsewhere) && session.counter && <Choices intake={intake} />}
      </Collapse>
    </div>
  );
}

function Choices({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const { form, view, change } = intake;
  const { data, problem, reload } = useRead(findIntakePlaces, {
    params: { code: view.content.code },
    query: {},
  });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  const agencies = data?.agencies ?? [];
  const units = data?.units ?? [];
  return (
    <div className={styles["fields"]}>
      <SearchSelect
        label={text.groups.decidedBy}
        hint={decidedHint(form, ownName(agencies), text.groups)}
        options={agencies
          .filter(({ own }) => !own)
          .map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        placeholder={text.groups.placesChoose}
        value={form.decidingAgencyId}
        onChange={(decidingAgencyId) => change({ decidingAgencyId })}
        nothingFound={text.groups.placesNothing}
      />
      <SearchSelect
        label={text.groups.helpedAt}
        hint={text.groups.helpedAtHint}
        options={units.filter(({ own }) => !own).map(({ unitId, name }) => ({ value: unitId, label: name }))}
        placeholder={text.groups.placesChoose}
        value={form.helpedAtUnitId}
        onChange={(helpedAtUnitId) => change({ helpedAtUnitId })}
        nothingFound={text.groups.placesNothing}
      />
      {form.returnMethod === "counter" && (
        <SearchSelect
          label={text.groups.collectedAt}
          hint={text.groups.collectedAtHint}
          options={units
            .filter(({ own }) => !own)
            .map(({ unitId, name }) => ({ value: unitId, label: name }))}
          placeholder={text.groups.placesChoose}
          value={form.collectedAtUnitId}
          onChange={(collectedAtUnitId) => change({ collectedAtUnitId })}
          nothingFound={text.groups.placesNothing}
        />
      )}
    </div>
  );
}

function decidedHint(
  { decidingAgencyId, collectedAtUnitId }: IntakeForm,
  own: string,
  { decidedByHint, decidedElsewhere, decidedAndCollected }: Words["groups"],
): string {
  if (decidingAgencyId === "") return decidedByHint(own);
  return collectedAtUnitId === "" ? decidedElsewhere : decidedAndCollected;
}

function ownName(places: readonly { readonly name: string; readonly own: boolean }[]): string {
  return places.find((place) => place.own)?.name ?? "";
}
