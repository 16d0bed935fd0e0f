import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { LocalEntry, WithdrawnEntry } from "#domain/calendar/local-entry.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import type { DossierCodeFormat } from "#domain/dossier/dossier-code.ts";
import type {
  AgencyId,
  CounterId,
  PostOfficeId,
  ProcedureVersionId,
  ReceptionPointId,
  UnitId,
} from "#domain/shared/id.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Lineage } from "#domain/unit/succession.ts";
import type { Space } from "../db/kysely.ts";

/** What the nation shares, as the process holds it. Read whole, replaced whole when its epoch moves. */
export interface Reference extends Lineage {
  readonly epoch: number;
  readonly spaces: readonly Space[];
  /** Space of a one-stop unit or agency by its id. */
  readonly spaceOf: ReadonlyMap<string, Space>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly units: ReadonlyMap<string, OneStopUnit>;
  readonly counters: ReadonlyMap<string, Counter>;
  /** The counters that a post office staffs: asked for by every request of a clerk of the post. */
  readonly countersOfOffice: ReadonlyMap<string, readonly Counter[]>;
  readonly postOfficeNames: ReadonlyMap<string, string>;
  /** Communes of the two tiers by code; a code names one at a time. */
  readonly communes: ReadonlyMap<string, readonly Commune[]>;
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly versionsByCode: ReadonlyMap<string, readonly ProcedureVersion[]>;
  readonly versionsById: ReadonlyMap<string, ProcedureVersion>;
  /** The national calendars; that of a place is asked for in calendars.ts. */
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  readonly localEntries: readonly LocalEntry[];
  /** What was set once and was taken back, in the order in which it was set. */
  readonly withdrawnEntries: readonly WithdrawnEntry[];
  readonly codeFormats: readonly DossierCodeFormat[];
  readonly formSettings: readonly FormSetting[];
  readonly competences: readonly Competence[];
}

interface Validity {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface Commune extends Validity {
  readonly provinceCode: string;
}

export interface Agency extends Validity {
  readonly id: AgencyId;
  readonly name: string;
  readonly kind: string;
  readonly administrativeUnitCode: string;
  /** The name of its commune or province, as the place and date line of a form writes it. */
  readonly place: string;
  readonly codes: readonly (Validity & { readonly formatId: string; readonly code: string })[];
}

export interface OneStopUnit extends Validity {
  readonly id: UnitId;
  readonly name: string;
  readonly governingBody: string;
  /** The agency that the unit belongs to: it decides the commune's own procedures and lends its code. */
  readonly agencyId: AgencyId;
  /** The name of the commune, as the place and date line of a form writes it. */
  readonly place: string;
  readonly calendarId: string;
}

/** A counter for the days on which it, its point, its unit, its agency and its post office are all there. */
export interface Counter extends Validity {
  readonly id: CounterId;
  readonly label: string;
  readonly receptionPoint: { readonly id: ReceptionPointId; readonly name: string; readonly address: string };
  readonly unit: OneStopUnit;
  readonly postOfficeId: PostOfficeId | null;
}

export interface ProcedureVersion extends Validity {
  readonly id: ProcedureVersionId;
  readonly content: ProcedureContent;
}

export interface FormSetting extends Validity {
  readonly form: string;
  readonly formSet: string;
  readonly paperSize: "A4" | "A5";
  readonly copies: number;
}

export interface Competence extends Validity {
  readonly fieldCode: string;
  readonly level: string;
  readonly agencyId: AgencyId;
}
