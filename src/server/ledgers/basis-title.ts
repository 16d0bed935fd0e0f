import type { Basis } from "#domain/mandate/may-act.ts";
import { localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** Words for the rights that acts rest on: the decision behind a mandate, the post behind an office. */
export async function basisTitles(tx: Tx, bases: readonly Basis[]): Promise<(basis: Basis) => string> {
  const ids = (kind: Basis["kind"]) => [
    ...new Set(bases.filter((basis) => basis.kind === kind).map((basis) => basis.id)),
  ];
  const mandates = ids("mandate");
  const decisions =
    mandates.length === 0
      ? []
      : await tx
          .selectFrom("mandate")
          .innerJoin("mandate_decision as decision", "decision.id", "mandate.decision_id")
          .select(["mandate.id", "decision.number", "decision.issued_on", "decision.issuer"])
          .where("mandate.id", "in", mandates)
          .execute();
  const offices = ids("office");
  const posts =
    offices.length === 0
      ? []
      : await tx
          .selectFrom("nation.staff_post as post")
          .leftJoin("nation.one_stop_unit as unit", "unit.id", "post.one_stop_unit_id")
          .leftJoin("nation.agency as agency", "agency.id", "post.agency_id")
          .select(["post.id", "unit.name as unitName", "agency.name as agencyName"])
          .where("post.id", "in", offices)
          .execute();
  const assignments = ids("assignment");
  const given =
    assignments.length === 0
      ? []
      : await tx
          .selectFrom("assignment")
          .innerJoin("nation.account as head", "head.id", "assignment.given_by")
          .select(["assignment.id", "assignment.given_at", "head.full_name as head"])
          .where("assignment.id", "in", assignments)
          .execute();
  return (basis) => {
    const word = given.find((row) => row.id === basis.id);
    if (word) return `Giao việc ngày ${formatDay(localTime(word.given_at).day)} của ${word.head}`;
    const decision = decisions.find((row) => row.id === basis.id);
    if (decision)
      return `Quyết định số ${decision.number} ngày ${formatDay(decision.issued_on)} của ${decision.issuer}`;
    const post = posts.find((row) => row.id === basis.id);
    return post?.unitName ?? post?.agencyName ?? "";
  };
}
