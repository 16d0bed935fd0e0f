import { type DossierLife, type Neighbour, dossierLife } from "./dossier-scenes.ts";
import type { Scene } from "./story.ts";

/** Who deals with the dossiers of a unit, by user name. */
interface Team {
  /** Whoever receives and returns. */
  readonly desk: string;
  readonly officer: string;
  readonly caseOfficer: string;
  readonly approver: string;
}

interface Errand {
  readonly name: string;
  readonly procedure: string;
  readonly who: Neighbour;
  readonly received: string;
  /** The day on which it was decided. */
  readonly decided: string;
  /** Left out: the result waits to be collected. */
  readonly returned?: string;
  readonly returnedBy?: string;
  readonly resultNumber?: string;
  readonly refusedBecause?: string;
  /** Left out: on the day of receipt, before ten. */
  readonly forwarded?: string;
  /** Under `assist`: when the officer confirmed the receipt, and the return. */
  readonly confirmed?: string;
  readonly returnConfirmed?: string;
}

/** The whole errand of a dossier received early in a morning: forwarded, decided on a day, returned by the desk. */
export function errand(team: Team, given: Errand): readonly Scene[] {
  const { desk, officer, caseOfficer, approver } = team;
  const { received, decided, returned, returnedBy = desk, confirmed, returnConfirmed, ...rest } = given;
  const day = received.slice(0, 10);
  const forwarded = given.forwarded ?? `${day} 09:20`;
  const life: DossierLife = {
    ...rest,
    received: [received, desk],
    ...(confirmed !== undefined && { confirmed: [confirmed, officer] }),
    forwarded: [forwarded, officer],
    taken: [`${forwarded.slice(0, 10)} 09:50`, caseOfficer],
    outcome: [`${decided} 10:15`, caseOfficer],
    approved: [`${decided} 10:50`, approver],
    ...(returned !== undefined && { returned: [returned, returnedBy] }),
    ...(returnConfirmed !== undefined && { returnConfirmed: [returnConfirmed, officer] }),
  };
  return dossierLife(life);
}
