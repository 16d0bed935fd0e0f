import type { MandateMove } from "#domain/mandate/mandate-life.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import type { MandateView } from "./mandate-page.tsx";
import styles from "./mandates.module.css";
import { MoveDialog } from "./move-dialog.tsx";

/** What can be done with a mandate now: each step that its status allows, with the reason where this person may not. */
export function MandateMoves({ view }: { readonly view: MandateView }): ReactElement {
  const { page } = useText().mandates;
  const [doing, setDoing] = useState<MandateMove | null>(null);
  return (
    <Panel id="moves" title={page.moves}>
      {view.moves.length === 0 ? (
        <p className={styles["quiet"]}>{page.movesNone}</p>
      ) : (
        <ul className={styles["moves"]}>
          {view.moves.map(({ move, refusal }) => (
            <li key={move}>
              <Move move={move} refusal={refusal} onStart={() => setDoing(move)} />
            </li>
          ))}
        </ul>
      )}
      {doing !== null && <MoveDialog key={doing} view={view} move={doing} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

/** Steps that take something from somebody. */
const TAKING: ReadonlySet<MandateMove> = new Set<MandateMove>(["refuse", "suspend", "end"]);

interface MoveProps {
  readonly move: MandateMove;
  readonly refusal: MandateView["moves"][number]["refusal"];
  readonly onStart: () => void;
}

function Move({ move, refusal, onStart }: MoveProps): ReactElement {
  const text = useText();
  const reasonId = useId();
  const words = text.mandates.moves[move];
  const sentence = refusal === null ? null : text.refusals[refusal]({});
  return (
    <>
      <Button
        variant={TAKING.has(move) ? "default" : "filled"}
        disabled={refusal !== null}
        aria-describedby={reasonId}
        onClick={onStart}
      >
        {words.label}
      </Button>
      <p id={reasonId} className={styles["note"]}>
        {sentence === null ? words.means : `${sentence.what} ${sentence.wayOut}`}
      </p>
    </>
  );
}
