import type { Autonomy, Task } from "#domain/mandate/mandate.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { OURS, type Scene, type Stage, noted } from "./story.ts";
import { dayOf } from "./moments.ts";

/** When and by whom. */
export type Act = readonly [at: string, by: string];

/** A decision as the articles name it, or as the demo makes it up (the source then says so). */
export interface NamedDecision {
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly source?: string;
}

/** What a mandate says, with the moves of its life that a story tells. */
interface MandateLife {
  /** Under which scenes find it. */
  readonly name: string;
  readonly unit: string;
  readonly office: string;
  readonly tasks: readonly Task[];
  readonly fields: readonly string[];
  readonly except?: readonly string[];
  readonly autonomy: Autonomy;
  readonly from: string;
  readonly to: string | null;
  readonly conditions: string;
  /** The phase that it belongs to, by the name that a scene left. */
  readonly phase?: string;
  readonly drafted: Act;
  readonly proposed: Act;
  readonly approved?: Act;
  readonly decision?: NamedDecision;
  readonly inForce?: Act;
  readonly ended?: Act;
  readonly endedBecause?: string;
}

/**
 * The scenes of a mandate: drafted, proposed, approved by somebody else, brought into force, ended; as far as it came.
 */
export function mandateLife(life: MandateLife): readonly Scene[] {
  const { name, drafted, proposed, approved, inForce, ended, decision } = life;
  const move = ([at, by]: Act, body: (stage: Stage) => Readonly<Record<string, unknown>>): Scene => ({
    at,
    by,
    play: async (stage) => {
      const id = noted(stage, `mandate:${name}`);
      const version = Number(noted(stage, `version:${name}`));
      const moved = await stage.call("POST", `/mandates/${id}/moves`, { version, ...body(stage) });
      stage.notes.set(`version:${name}`, String(moved["version"]));
    },
  });
  return [
    draft(life, drafted),
    move(proposed, () => ({ move: "propose" })),
    ...(approved && decision
      ? [
          move(approved, (stage) => ({ move: "approve", decision: decisionInput(stage, decision) })),
          noteDecision(approved, `mandate:${name}`, decision),
        ]
      : []),
    ...(inForce && decision
      ? [move(inForce, (stage) => ({ move: "bringIntoForce", decision: decisionInput(stage, decision) }))]
      : []),
    ...(ended ? [move(ended, () => ({ move: "end", reason: life.endedBecause ?? "Hết thời hạn" }))] : []),
  ];
}

function draft(life: MandateLife, [at, by]: Act): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const drafted = await stage.call("POST", "/mandates", {
        unitId: referenceId(life.unit),
        postOfficeId: referenceId(life.office),
        counterIds: [],
        tasks: life.tasks,
        fieldCodes: life.fields,
        procedureCodes: [],
        exceptProcedureCodes: life.except ?? [],
        autonomy: life.autonomy,
        validFrom: life.from,
        validTo: life.to,
        conditions: life.conditions,
        ...(life.phase !== undefined && { phaseId: noted(stage, life.phase) }),
      });
      stage.notes.set(`mandate:${life.name}`, String(drafted["mandateId"]));
      stage.notes.set(`version:${life.name}`, String(drafted["version"]));
    },
  };
}

/** A decision that was named before is the same one: it is named by its id. */
export function decisionInput({ notes }: Pick<Stage, "notes">, decision: NamedDecision) {
  const id = notes.get(`decision:${decision.number}`);
  return id === undefined ? { ...decision, source: decision.source ?? OURS } : { id };
}

/** Remembers the id that a decision got when it was named for the first time. */
function noteDecision([at, by]: Act, name: string, { number }: NamedDecision): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const { mandate } = (await stage.call("GET", `/mandates/${noted(stage, name)}`)) as {
        mandate: { decision: { id: string } };
      };
      stage.notes.set(`decision:${number}`, mandate.decision.id);
    },
  };
}

/** Training before a mandate: without it no right reaches a clerk. */
export function training(
  [at, by]: Act,
  fields: readonly string[],
  clerks: readonly string[],
  { title, heldBy }: { readonly title: string; readonly heldBy: string },
): Scene {
  return {
    at,
    by,
    play: async ({ call, people }) => {
      await call("POST", "/trainings", {
        title,
        heldBy,
        heldOn: dayOf(at),
        fieldCodes: fields,
        validFrom: dayOf(at),
        validTo: null,
        participants: clerks.map((username) => ({
          accountId: people.get(username)?.accountId ?? "",
          result: "passed",
        })),
      });
    },
  };
}
