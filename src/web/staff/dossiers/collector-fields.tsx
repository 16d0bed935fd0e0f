import { COLLECTORS, type DossierView } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { Choice } from "./choice.tsx";
import { NoteField } from "./note-field.tsx";
import type { ReturnDraft, ReturnGap } from "./return-draft.ts";

export interface ReturnPartProps {
  readonly draft: ReturnDraft;
  /** What is missing and was asked for already. */
  readonly gaps: readonly ReturnGap[];
  readonly onChange: (changes: Partial<ReturnDraft>) => void;
}

/** Who collects: the applicant, the submitter, or a proxy with a power of attorney. */
export function CollectorFields({
  dossier,
  draft,
  gaps,
  onChange,
}: ReturnPartProps & { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const names = { applicant: dossier.applicant.name, submitter: dossier.submitter?.name ?? null, proxy: "" };
  const options = COLLECTORS.filter((one) => names[one] !== null).map((one) => {
    const role = text.lists.collectors[one];
    return { value: one, label: names[one] ? text.dossiers.returning.named(role, names[one]) : role };
  });
  return (
    <>
      <Choice
        label={text.dossiers.returning.collector}
        options={options}
        value={draft.collector}
        onChange={(collector) => onChange({ collector })}
      />
      {draft.collector === "proxy" && <ProxyFields draft={draft} gaps={gaps} onChange={onChange} />}
    </>
  );
}

function ProxyFields({ draft, gaps, onChange }: ReturnPartProps): ReactElement {
  const { returning } = useText().dossiers;
  const missing = (gap: "proxyName" | "proxyNumber" | "authorisation") =>
    gaps.includes(gap) ? returning.missing[gap] : undefined;
  return (
    <>
      <TextField
        label={returning.proxyName}
        value={draft.proxyName}
        onChange={(proxyName) => onChange({ proxyName })}
        problem={missing("proxyName")}
        maxLength={200}
        required
      />
      <TextField
        label={returning.proxyNumber}
        value={draft.proxyNumber}
        onChange={(proxyNumber) => onChange({ proxyNumber })}
        problem={missing("proxyNumber")}
        maxLength={200}
        inputMode="numeric"
        required
      />
      <NoteField
        label={returning.authorisation}
        hint={returning.authorisationHint}
        value={draft.authorisation}
        onChange={(authorisation) => onChange({ authorisation })}
        problem={missing("authorisation")}
        required
      />
    </>
  );
}
