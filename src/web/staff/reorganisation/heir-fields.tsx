import { Radio, Stack } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import type { HeirForm, HeirProblems } from "./plan-form.ts";
import styles from "./reorganisation.module.css";
import { CommuneFinder, UnitFinder } from "./unit-finder.tsx";

interface Props {
  readonly title: string;
  readonly heir: HeirForm;
  /** The first day of the new unit. */
  readonly day: string;
  /** Units that end cannot go on. */
  readonly ending: readonly string[];
  readonly problems: HeirProblems;
  readonly onChange: (heir: HeirForm) => void;
}

/** A unit that goes on: one that stands, or everything that a new one needs. */
export function HeirFields({ title, heir, day, ending, problems, onChange }: Props): ReactElement {
  const { form } = useText().reorganisation;
  return (
    <div className={styles["heir"]} role="group" aria-label={title}>
      <h3>{title}</h3>
      <Radio.Group
        label={form.heirKind}
        value={heir.kind}
        onChange={(kind) => onChange({ ...heir, kind: kind === "standing" ? "standing" : "new" })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="new" label={form.heirNew} />
          <Radio value="standing" label={form.heirStanding} />
        </Stack>
      </Radio.Group>
      {heir.kind === "standing" ? (
        <UnitFinder
          label={form.standingUnit}
          chosen={heir.standing}
          besides={ending}
          problem={problems.standing}
          onChoose={(standing) => onChange({ ...heir, standing })}
        />
      ) : (
        <NewUnitFields heir={heir} day={day} problems={problems} onChange={onChange} />
      )}
    </div>
  );
}

type FieldsProps = Omit<Props, "title" | "ending">;

function NewUnitFields({ heir, day, problems, onChange }: FieldsProps): ReactElement {
  const { form } = useText().reorganisation;
  const change = (changes: Partial<HeirForm>) => onChange({ ...heir, ...changes });
  return (
    <>
      <TextField
        label={form.unitName}
        value={heir.name}
        onChange={(name) => change({ name })}
        problem={problems.name}
        maxLength={300}
        required
      />
      <div className={styles["pair"]}>
        <TextField
          label={form.governingBody}
          value={heir.governingBody}
          onChange={(governingBody) => change({ governingBody })}
          problem={problems.governingBody}
          maxLength={300}
          required
        />
        <CommuneFinder
          value={heir.administrativeUnit}
          day={day}
          problem={problems.administrativeUnit}
          onChange={(administrativeUnit) => change({ administrativeUnit })}
        />
      </div>
      <Radio.Group
        label={form.agency}
        value={heir.agency}
        onChange={(agency) => change({ agency: agency === "standing" ? "standing" : "new" })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="new" label={form.agencyNew} />
          <Radio value="standing" label={form.agencyStanding} />
        </Stack>
      </Radio.Group>
      {heir.agency === "new" && (
        <AgencyFields heir={heir} day={day} problems={problems} onChange={onChange} />
      )}
    </>
  );
}

function AgencyFields({ heir, problems, onChange }: FieldsProps): ReactElement {
  const { reorganisation, common } = useText();
  const { form } = reorganisation;
  const change = (changes: Partial<HeirForm>) => onChange({ ...heir, ...changes });
  const coded = heir.code2018.trim() !== "" || heir.code2025.trim() !== "";
  return (
    <>
      <TextField
        label={form.agencyName}
        value={heir.agencyName}
        onChange={(agencyName) => change({ agencyName })}
        problem={problems.agencyName}
        maxLength={300}
        required
      />
      <div className={styles["pair"]}>
        <TextField
          label={`${form.code2025} (${common.optional})`}
          hint={form.codeHint}
          placeholder="H20.031"
          value={heir.code2025}
          onChange={(code2025) => change({ code2025 })}
          maxLength={40}
        />
        <TextField
          label={`${form.code2018} (${common.optional})`}
          placeholder="000.00.31.H20"
          value={heir.code2018}
          onChange={(code2018) => change({ code2018 })}
          maxLength={40}
        />
      </div>
      {coded && (
        <TextField
          label={form.codeSource}
          value={heir.codeSource}
          onChange={(codeSource) => change({ codeSource })}
          problem={problems.codeSource}
          maxLength={300}
          required
        />
      )}
    </>
  );
}
