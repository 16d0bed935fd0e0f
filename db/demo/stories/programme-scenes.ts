import type { PartInput } from "#contract/programmes.ts";
import type { recordStaffFreed } from "#contract/staff-freed.ts";
import type { Static } from "typebox";
import { type Act, type NamedDecision, decisionInput } from "./mandate-scenes.ts";
import { type Scene, type Stage, noted } from "./story.ts";

interface Programme {
  /** Under which scenes find it. */
  readonly name: string;
  readonly title: string;
  readonly aim: string;
  readonly decision: NamedDecision;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A programme as the province decided it. */
export function programme([at, by]: Act, { name, decision, ...fields }: Programme): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const begun = await stage.call("POST", "/programmes", {
        ...fields,
        decision: decisionInput(stage, decision),
      });
      stage.notes.set(`programme:${name}`, String(begun["programmeId"]));
      stage.notes.set(`programmeVersion:${name}`, String(begun["version"]));
      const { programme: read } = (await stage.call(
        "GET",
        `/programmes/${String(begun["programmeId"])}`,
      )) as {
        programme: { decision: { id: string } };
      };
      stage.notes.set(`decision:${decision.number}`, read.decision.id);
    },
  };
}

interface Phase {
  /** Under which scenes find it, after `phase:`. */
  readonly name: string;
  readonly label: string;
  readonly ordinal: number;
  readonly decision: NamedDecision;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A phase with a decision of its own. */
export function phase(act: Act, of: string, { name, decision, ...fields }: Phase): Scene {
  return part(
    act,
    of,
    (stage) => ({ part: "phase", ...fields, decision: decisionInput(stage, decision) }),
    async (stage, partId) => {
      stage.notes.set(`phase:${name}`, partId);
      const { phases } = (await stage.call("GET", `/programmes/${noted(stage, `programme:${of}`)}`)) as {
        phases: readonly { id: string; decision: { id: string } }[];
      };
      const decisionId = phases.find(({ id }) => id === partId)?.decision.id ?? "";
      stage.notes.set(`decision:${decision.number}`, decisionId);
    },
  );
}

/** Any other part: a goal, an agreement, a coordination rule. */
export function part(
  [at, by]: Act,
  of: string,
  contentOf: (stage: Stage) => PartInput,
  after: (stage: Stage, partId: string) => Promise<void> = async () => undefined,
): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const kept = await stage.call("POST", `/programmes/${noted(stage, `programme:${of}`)}/parts`, {
        version: Number(noted(stage, `programmeVersion:${of}`)),
        partId: null,
        reason: "",
        content: contentOf(stage),
      });
      stage.notes.set(`programmeVersion:${of}`, String(kept["version"]));
      await after(stage, String(kept["partId"]));
    },
  };
}

type Freed = Static<typeof recordStaffFreed.body>;

/** Posts whose work the post office took over. */
export function staffFreed([at, by]: Act, freedOf: (stage: Stage) => Freed): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      await stage.call("POST", "/staff-freed", freedOf(stage));
    },
  };
}
