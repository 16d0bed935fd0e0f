import type { ListedUnit } from "#contract/map.ts";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { BackButton } from "./back-button.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { MapUnit } from "./map-unit.tsx";
import styles from "./places.module.css";
import { daysInWords } from "./place-words.ts";
import { useUnits } from "./use-units.ts";

/** A unit that one looks below, with the name that leads back. */
type Trail = readonly { readonly code: string; readonly name: string }[];

const NO_TRAIL: Trail = [];

/** The unit that is looked at, on the day of its list: what was chosen of before stays when the list turns to today. */
interface Chosen {
  readonly code: string;
  readonly asOf: string | null;
}

/** The map of administrative units on a day: provinces, what lies below, what came of what. */
export function MapTab({ asOf }: { readonly asOf: string | null }): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed, 200);
  const [walked, setWalked] = useState({ asOf, trail: NO_TRAIL });
  // A code may name another unit on another day (82 was Tiền Giang): the way down begins anew.
  const trail = walked.asOf === asOf ? walked.trail : NO_TRAIL;
  const setTrail = (next: Trail) => setWalked({ asOf, trail: next });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [importing, setImporting] = useState(false);
  return (
    <div className={styles["columns"]} data-side={chosen === null ? "empty" : "open"}>
      <div className={styles["main"]}>
        <div className={styles["tools"]}>
          <TextField
            label={text.places.map.search}
            value={typed}
            onChange={setTyped}
            maxLength={200}
            data-search
            leftSection={<Icon name="search" size={18} />}
          />
          <TrailButtons trail={trail} onTrail={setTrail} />
          <Button variant="default" onClick={() => setImporting(true)}>
            {text.places.list.importFile}
          </Button>
          <ImportDialog kind="administrativeUnits" opened={importing} onClose={() => setImporting(false)} />
        </div>
        <Units
          q={q}
          asOf={asOf}
          parent={trail.at(-1)?.code ?? null}
          chosen={chosen?.code ?? null}
          onOpen={(code) => setChosen({ code, asOf })}
        />
      </div>
      <div className={styles["side"]}>
        {chosen === null ? (
          <EmptyState
            icon="organisation"
            title={text.places.detail.choose}
            hint={text.places.detail.chooseHint}
          />
        ) : (
          <>
            <BackButton onBack={() => setChosen(null)} />
            <MapUnit
              key={`${chosen.code} ${chosen.asOf ?? ""}`}
              code={chosen.code}
              asOf={chosen.asOf}
              onOpen={(code, day) => setChosen({ code, asOf: day })}
              onBelow={
                chosen.asOf === asOf
                  ? (unit) => {
                      setTyped("");
                      setTrail([...trail, unit]);
                      setChosen(null);
                    }
                  : undefined
              }
            />
          </>
        )}
      </div>
    </div>
  );
}

interface TrailProps {
  readonly trail: Trail;
  readonly onTrail: (trail: Trail) => void;
}

function TrailButtons({ trail, onTrail }: TrailProps): ReactElement | null {
  const text = useText();
  if (trail.length === 0) return null;
  return (
    <div className={styles["buttons"]}>
      <Button size="compact-md" variant="light" onClick={() => onTrail([])}>
        {text.places.map.chooseProvince}
      </Button>
      {trail.map(({ code, name }, at) => (
        <Button
          key={code}
          size="compact-md"
          variant="light"
          aria-current={at === trail.length - 1 ? "true" : undefined}
          onClick={() => onTrail(trail.slice(0, at + 1))}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

interface UnitsProps {
  readonly q: string;
  readonly asOf: string | null;
  readonly parent: string | null;
  readonly chosen: string | null;
  readonly onOpen: (code: string) => void;
}

function Units(props: UnitsProps): ReactElement {
  const { chosen, onOpen } = props;
  const text = useText();
  const found = useUnits(props);
  if (found.problem) return <ProblemNotice problem={found.problem} onRetry={found.reload} />;
  if (!found.rows) return <LoadingLines lines={8} />;
  if (found.rows.length === 0)
    return <EmptyState icon="search" title={text.places.list.none} hint={text.places.list.noneHint} />;
  return (
    <>
      <ul className={styles["list"]} aria-label={text.places.map.results}>
        {found.rows.map((unit) => (
          <li key={`${unit.code} ${unit.validFrom}`}>
            <UnitLine unit={unit} current={unit.code === chosen} onOpen={() => onOpen(unit.code)} />
          </li>
        ))}
      </ul>
      {found.hasMore && (
        <Button variant="default" loading={found.loadingMore} onClick={found.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly unit: ListedUnit;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function UnitLine({ unit, current, onOpen }: LineProps): ReactElement {
  const text = useText();
  return (
    <button
      type="button"
      className={styles["line"]}
      aria-current={current ? "true" : undefined}
      onClick={onOpen}
    >
      <span className={styles["name"]} lang="vi">
        {unit.name}
      </span>
      <span className={styles["days"]}>{unit.code}</span>
      <span className={styles["above"]} lang="vi">
        {unit.above.length > 0 ? unit.above.join(", ") : text.places.unitKinds[unit.kind]}
      </span>
      <span className={styles["days"]}>{daysInWords(unit, text)}</span>
    </button>
  );
}
