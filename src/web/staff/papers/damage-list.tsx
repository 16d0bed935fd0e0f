import type { readManifest } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { type Damage, DamageFields, NO_DAMAGE } from "./damage-fields.tsx";

interface Props {
  /** The lines that were counted. */
  readonly lines: Static<typeof readManifest.response>["lines"];
  readonly damages: readonly Damage[];
  readonly onChange: (change: (before: readonly Damage[]) => readonly Damage[]) => void;
  readonly asked: boolean;
}

/** What is wrong with the things that are taken over: nothing as a rule, and as many as there are. */
export function DamageList({ lines, damages, onChange, asked }: Props): ReactElement | null {
  const { papers: text } = useText();
  if (lines.length === 0) return null;
  const isLastTold = damages.at(-1)?.kind !== "none";
  return (
    <>
      {damages.map((damage, at) => (
        <DamageFields
          // They are only added at the end and never taken out: one that turned out whole says so.
          key={at}
          lines={lines}
          damage={damage}
          onChange={(part) =>
            onChange((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)))
          }
          asked={asked}
        />
      ))}
      {isLastTold && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange((before) => [...before, NO_DAMAGE])}
          >
            {text.damageMore}
          </Button>
        </div>
      )}
    </>
  );
}
