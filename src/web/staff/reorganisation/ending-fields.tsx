import { findHeirs } from "#contract/reorganisations.ts";
import { nameInLine } from "#domain/unit/unit-name.ts";
import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { type CallProblem, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { CLOSES, type EndingUnit, type PlanForm } from "./plan-form.ts";
import styles from "./reorganisation.module.css";
import { UnitFinder } from "./unit-finder.tsx";

interface Props {
  readonly form: PlanForm;
  readonly problem: string | undefined;
  readonly onChange: (form: PlanForm) => void;
  /** Called once a unit has been read: by then the form may have gone on. */
  readonly onAdd: (unit: EndingUnit) => void;
}

/** The units that end, and what the map of communes proposes for them. */
export function EndingFields({ form, problem, onChange, onAdd }: Props): ReactElement {
  const { form: text } = useText().reorganisation;
  const [failed, setFailed] = useState<CallProblem | null>(null);
  // Each choice empties the field at once: the next unit may be typed while this one is still being read.
  const [turn, setTurn] = useState(0);

  async function add(key: string): Promise<void> {
    const found = await call(findHeirs, { params: { key }, query: {} });
    setFailed(found.ok ? null : found.problem);
    if (found.ok) onAdd(found.value);
  }

  return (
    <div className={styles["stack"]}>
      {form.units.length > 0 && (
        <ul className={styles["chips"]}>
          {form.units.map((unit) => (
            <li key={unit.key} className={styles["chip"]}>
              <span lang="vi">{unit.name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.remove(unit.name)}
                onClick={() => onChange({ ...form, units: form.units.filter(({ key }) => key !== unit.key) })}
              >
                <Icon name="trash" size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {(form.shape === "merge" || form.units.length === 0) && (
        <UnitFinder
          key={turn}
          label={text.addUnit}
          hint={text.endingHint}
          chosen={null}
          besides={form.units.map(({ key }) => key)}
          problem={problem}
          onChoose={({ key }) => {
            setTurn(turn + 1);
            void add(key);
          }}
        />
      )}
      {failed && <ProblemNotice problem={failed} />}
      {form.units.map((unit) => (
        <ByMap key={unit.key} unit={unit} form={form} onChange={onChange} />
      ))}
    </div>
  );
}

/** The register of communes knows what the unit's commune has become: one press takes it over. */
function ByMap({
  unit,
  form,
  onChange,
}: Pick<Props, "form" | "onChange"> & { readonly unit: EndingUnit }): ReactElement | null {
  const { form: text } = useText().reorganisation;
  const [main, ...others] = form.heirs;
  if (unit.successors.length === 0 || !main) return null;
  return (
    <Notice tone="info" title={text.byMap}>
      {unit.successors.map((commune) => (
        <p key={commune.code} className={styles["line"]}>
          <span lang="vi">{text.byMapHint(unit.name, `${nameInLine(commune.name)} (${commune.code})`)}</span>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() =>
              onChange({
                ...form,
                heirs: [
                  commune.unit === null
                    ? { ...main, kind: "new", administrativeUnit: commune.code }
                    : { ...main, kind: "standing", standing: commune.unit },
                  ...others,
                ],
              })
            }
          >
            {text.useIt}
          </Button>
        </p>
      ))}
    </Notice>
  );
}

/** Where each reception point goes on. */
export function PointFields({ form, onChange }: Pick<Props, "form" | "onChange">): ReactElement | null {
  const { form: text } = useText().reorganisation;
  const points = form.units.flatMap((unit) => unit.points);
  const [main] = form.heirs;
  if (points.length === 0 || !main) return null;
  const options = [
    ...form.heirs.map((heir, at) => ({
      value: heir.ref as string,
      label:
        (heir.kind === "standing" ? heir.standing?.name : heir.name) ||
        (at === 0 ? text.mainHeir : text.otherHeir(at + 1)),
    })),
    { value: CLOSES, label: text.close },
  ];
  return (
    <div className={styles["stack"]}>
      <p className={styles["quiet"]}>{text.pointsHint}</p>
      {points.map((point) => (
        <NativeSelect
          key={point.key}
          label={text.pointGoes(point.name)}
          description={point.address}
          data={options}
          value={form.points[point.key] ?? main.ref}
          onChange={(event) =>
            onChange({ ...form, points: { ...form.points, [point.key]: event.currentTarget.value } })
          }
        />
      ))}
    </div>
  );
}
