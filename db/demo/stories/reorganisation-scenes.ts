import type { PlanInput } from "#contract/reorganisations.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { keysOf } from "./places-before.ts";
import type { Act } from "./mandate-scenes.ts";
import { type Scene, noted } from "./story.ts";

/** The day on which the districts had ended. */
const FIRST_DAY_OF_TWO_TIERS = plainDate("2025-07-01");

type NewUnit = PlanInput["newUnits"][number];

interface SuccessorUnit {
  /** Code of the commune, or of the province, of today. */
  readonly code: string;
  /** @example "xã Tân Long" */
  readonly name: string;
  readonly agencyKind: "communeCommittee" | "provincialCommittee";
  readonly code2018: string;
  readonly code2025: string;
}

/** A unit of the two tiers that begins with the reorganisation. */
export function newUnit(ref: `new:${number}`, unit: SuccessorUnit): NewUnit {
  const committee = `Ủy ban nhân dân ${unit.name}`;
  return {
    ref,
    name: `Trung tâm Phục vụ hành chính công ${unit.name}`,
    governingBody: committee,
    administrativeUnit: unit.code,
    calendar: "agency",
    agency: {
      kind: "new",
      name: committee,
      agencyKind: unit.agencyKind,
      code2018: unit.code2018,
      code2025: unit.code2025,
      codeMark: "inference",
      codeSource: "Dữ liệu minh họa: số thứ tự cơ quan chưa được xác nhận",
    },
  };
}

/** A unit of before with who goes on for it; its point goes on there, or closes. */
export function ends(code: string, heir: string, pointCloses = false): PlanInput["units"][number] {
  const { unit, point } = keysOf(code);
  return { unit, heir, points: pointCloses ? [{ point, heir: null }] : [] };
}

interface Reorganisation {
  readonly name: string;
  readonly title: string;
  readonly decision: {
    readonly number: string;
    readonly issuer: string;
    readonly title: string;
    readonly issuedOn: string;
    readonly source: string;
  };
  readonly units: PlanInput["units"];
  readonly newUnits: PlanInput["newUnits"];
  readonly planned: Act;
  readonly applied: Act;
}

/** A reorganisation as it was planned in June and applied on 1 July 2025. */
export function reorganisation(given: Reorganisation): readonly Scene[] {
  const { name, title, decision, units, newUnits, planned, applied } = given;
  const plan: PlanInput = { shape: "merge", effectiveOn: FIRST_DAY_OF_TWO_TIERS, units, newUnits };
  return [
    {
      at: planned[0],
      by: planned[1],
      play: async ({ call, notes }) => {
        const kept = await call("POST", "/reorganisations", { title, decision, plan });
        notes.set(`reorganisation:${name}`, String(kept["reorganisationId"]));
        notes.set(`reorganisationVersion:${name}`, String(kept["version"]));
      },
    },
    {
      at: applied[0],
      by: applied[1],
      play: async (stage) => {
        const id = noted(stage, `reorganisation:${name}`);
        const version = Number(noted(stage, `reorganisationVersion:${name}`));
        await stage.call("POST", `/reorganisations/${id}/application`, { version });
      },
    },
  ];
}

/**
 * Heirs that a reorganisation of one-stop units does not know: points that went on at a site that stands in the
 * reference files already, departments that were drawn anew.
 */
export function linkHeirs(
  [at, by]: Act,
  name: string,
  heirs: readonly {
    readonly kind: "agency" | "receptionPoint" | "counter";
    readonly predecessor: string;
    readonly successor: string;
  }[],
): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      await stage.owner
        .insertInto("nation.place_succession")
        .values(
          heirs.map(({ kind, predecessor, successor }) => ({
            kind,
            predecessor_id: referenceId(predecessor),
            successor_id: referenceId(successor),
            succeeded_on: FIRST_DAY_OF_TWO_TIERS,
            reorganisation_id: noted(stage, `reorganisation:${name}`),
          })),
        )
        .execute();
      await stage.owner
        .updateTable("nation.reference_epoch")
        .set((set) => ({ epoch: set("epoch", "+", 1) }))
        .execute();
    },
  };
}
