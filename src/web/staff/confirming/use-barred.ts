import type { RightSubject } from "#contract/confirming.ts";
import type { Act } from "#domain/mandate/may-act.ts";
import { useText } from "#web/text/use-text.ts";
import { useSession } from "../session/session.ts";
import { useRight } from "../use-right.ts";

interface Barrable {
  readonly dossierId: string;
  readonly rightSubject: RightSubject;
  /** This person did what is to be confirmed. */
  readonly own?: boolean;
}

/** Why this person may not do an act on the dossier of a row, in words; null while nothing stands in the way. */
export function useBarred(act: Act): (row: Barrable) => string | null {
  const text = useText();
  const right = useRight();
  const { accountId } = useSession();
  return ({ dossierId, rightSubject, own = false }) => {
    const { unitId, decidingAgencyId, procedureCode, fieldCode } = rightSubject;
    const decided = right({
      act,
      unitId,
      decidingAgencyId,
      procedure: { code: procedureCode, fieldCode },
      dossierId,
      preparedBy: own ? accountId : null,
    });
    if (decided === undefined || decided.ok) return null;
    const { what, wayOut } = text.refusals[decided.code](decided.details);
    return `${what} ${wayOut}`;
  };
}
