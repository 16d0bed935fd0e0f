import { EQUIPMENT } from "#domain/site/site-opening.ts";
import { Checkbox, Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { DecisionFields } from "../decision-fields.tsx";
import { PhotoField } from "./photo-field.tsx";
import type { SiteView } from "./site-page.tsx";
import styles from "./sites.module.css";
import type { useOpening } from "./use-opening.ts";

interface Props {
  readonly opening: ReturnType<typeof useOpening>;
}

/** Day, address and counters. */
export function WhenFields({ opening, view }: Props & { readonly view: SiteView }): ReactElement {
  const { opening: text } = useText().sites;
  const { form, change, problems } = opening;
  return (
    <Panel id="when" title={text.when}>
      <div className={styles["form"]}>
        <div className={styles["pair"]}>
          <DateField
            label={text.openedOn}
            value={form.openedOn}
            onChange={(openedOn) => change({ openedOn })}
            problem={problems.openedOn}
            required
          />
          <TextField
            label={text.address}
            value={form.address}
            onChange={(address) => change({ address })}
            problem={problems.address}
            maxLength={500}
            required
          />
        </div>
        {view.counters.length === 0 ? (
          <p className={styles["flat"]}>{text.countersNone}</p>
        ) : (
          <Checkbox.Group
            label={text.counters}
            description={text.countersHint}
            value={[...form.counterIds]}
            onChange={(counterIds) => change({ counterIds })}
            error={problems.counterIds}
            required
          >
            <div className={styles["pair"]}>
              {view.counters.map(({ id, label, postOffice }) => (
                <Checkbox key={id} value={id} label={label} description={postOffice ?? undefined} lang="vi" />
              ))}
            </div>
          </Checkbox.Group>
        )}
      </div>
    </Panel>
  );
}

/** Decal and equipment. */
export function WhatFields({ opening }: Props): ReactElement {
  const { sites } = useText();
  const { opening: text, equipment } = sites;
  const { form, change, problems } = opening;
  return (
    <Panel id="what" title={text.what}>
      <div className={styles["form"]}>
        <Checkbox
          label={text.decal}
          checked={form.decal}
          onChange={(event) => change({ decal: event.currentTarget.checked })}
        />
        {form.decal && (
          <DateField
            label={text.decalSince}
            value={form.decalSince}
            onChange={(decalSince) => change({ decalSince })}
            problem={problems.decalSince}
          />
        )}
        <fieldset className={styles["group"]}>
          <legend>{text.equipment}</legend>
          <div className={styles["counts"]}>
            {EQUIPMENT.map((kind) => (
              <TextField
                key={kind}
                label={equipment[kind]}
                value={form.counts[kind] ?? ""}
                onChange={(count) => change({ counts: { ...form.counts, [kind]: count } })}
                problem={problems.counts[kind]}
                inputMode="numeric"
                maxLength={4}
              />
            ))}
          </div>
        </fieldset>
        <TextField
          label={text.other}
          value={form.otherEquipment}
          onChange={(otherEquipment) => change({ otherEquipment })}
          maxLength={2_000}
        />
      </div>
    </Panel>
  );
}

/** Who was present, by which decision, and photos. */
export function EvidenceFields({ opening }: Props): ReactElement {
  const { sites } = useText();
  const text = sites.opening;
  const { form, change, problems, queue } = opening;
  return (
    <Panel id="evidence" title={text.evidence}>
      <div className={styles["form"]}>
        <Textarea
          label={text.present}
          description={text.presentHint}
          value={form.present}
          onChange={(event) => change({ present: event.currentTarget.value })}
          maxLength={2_000}
          autosize
          minRows={2}
        />
        <Checkbox
          label={text.withDecision}
          checked={form.withDecision}
          onChange={(event) => change({ withDecision: event.currentTarget.checked })}
        />
        {form.withDecision && (
          <DecisionFields
            form={form.decision}
            onChange={(decision) => change({ decision })}
            problems={problems.decision}
          />
        )}
        <PhotoField
          queue={queue}
          owner="opening"
          about={sites.page.opened}
          photos={form.photos}
          onChange={(photos) => change({ photos })}
        />
      </div>
    </Panel>
  );
}
