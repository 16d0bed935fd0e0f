import type { AgreementView } from "#contract/programmes.ts";
import { Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { EvidenceField, type KeptEvidence } from "../evidence-field.tsx";
import type { PartDialogProps } from "./part-dialog-props.ts";
import { type PartForm, missingIn, usePartForm } from "./part-form.ts";
import { PartFrame, PeriodPair, periodInput } from "./part-frame.tsx";
import styles from "./programmes.module.css";
import type { ProgrammeChoices } from "./use-programmes.ts";

interface Props extends PartDialogProps<AgreementView> {
  readonly choices: ProgrammeChoices;
}

interface Form {
  readonly number: string;
  readonly signedOn: string;
  readonly agencyId: string;
  readonly agencyWords: string;
  readonly operatorId: string;
  readonly postOfficeId: string;
  readonly postWords: string;
  readonly content: string;
  readonly scan: KeptEvidence | null;
  readonly validFrom: string;
  readonly validTo: string;
}

const NOTHING: Form = {
  number: "",
  signedOn: "",
  agencyId: "",
  agencyWords: "",
  operatorId: "",
  postOfficeId: "",
  postWords: "",
  content: "",
  scan: null,
  validFrom: "",
  validTo: "",
};

function startOf(part: AgreementView | null): Form {
  if (part === null) return NOTHING;
  return {
    number: part.number,
    signedOn: part.signedOn,
    agencyId: part.agency?.id ?? "",
    agencyWords: part.agencyWords,
    operatorId: part.operator?.id ?? "",
    postOfficeId: part.postOffice?.id ?? "",
    postWords: part.postWords,
    content: part.content,
    scan: part.scan,
    validFrom: part.validFrom,
    validTo: part.validTo ?? "",
  };
}

const orNull = (id: string) => (id === "" ? null : id);

/** An agreement between an agency and the post: both as the paper names them, and as they are known here. */
export function AgreementDialog({ programme, part, choices, onClose }: Props): ReactElement {
  const { programmes, common } = useText();
  const words = programmes.agreements;
  const editing = usePartForm<Form>({
    programme,
    partId: part?.id ?? null,
    onClose,
    start: startOf(part),
    missing: (form, text) =>
      missingIn(
        { ...form },
        {
          needed: ["signedOn", "agencyWords", "postWords", "validFrom"],
          days: ["signedOn", "validFrom", "validTo"],
        },
        text,
      ),
    content: ({ agencyId, operatorId, postOfficeId, scan, validFrom, validTo, ...rest }) => ({
      part: "agreement",
      ...rest,
      agencyId: orNull(agencyId),
      operatorId: orNull(operatorId),
      postOfficeId: orNull(postOfficeId),
      fileId: scan?.fileId ?? null,
      ...periodInput({ validFrom, validTo }),
    }),
  });
  const { form, change, problems } = editing;
  return (
    <PartFrame
      title={part === null ? words.add : programmes.events["agreement.changed"]}
      onClose={onClose}
      editing={editing}
    >
      <div className={styles["pair"]}>
        <TextField
          label={`${words.number} (${common.optional})`}
          value={form.number}
          onChange={(number) => change({ number })}
          maxLength={200}
          data-autofocus
        />
        <DateField
          label={words.signedOn}
          value={form.signedOn}
          onChange={(signedOn) => change({ signedOn })}
          problem={problems["signedOn"]}
          required
        />
      </div>
      <Sides editing={editing} choices={choices} />
      <Textarea
        label={`${words.content} (${common.optional})`}
        value={form.content}
        onChange={(event) => change({ content: event.currentTarget.value })}
        maxLength={10_000}
        autosize
        minRows={2}
      />
      <PeriodPair form={form} onChange={change} problems={problems} />
      <EvidenceField
        label={`${words.scan} (${common.optional})`}
        value={form.scan}
        onChange={(scan) => change({ scan })}
        problem={problems["fileId"]}
      />
    </PartFrame>
  );
}

interface SidesProps {
  readonly editing: PartForm<Form>;
  readonly choices: ProgrammeChoices;
}

function Sides({ editing: { form, change, problems }, choices }: SidesProps): ReactElement {
  const { programmes, mandates } = useText();
  const words = programmes.agreements;
  const options = (list: ProgrammeChoices["units"]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const nothingFound = mandates.form.nothingFound;
  return (
    <>
      <TextField
        label={words.agencyWords}
        value={form.agencyWords}
        onChange={(agencyWords) => change({ agencyWords })}
        problem={problems["agencyWords"]}
        maxLength={500}
        required
      />
      <SearchSelect
        label={words.agency}
        options={options(choices.agencies)}
        value={form.agencyId}
        onChange={(agencyId) => change({ agencyId })}
        nothingFound={nothingFound}
      />
      <TextField
        label={words.postWords}
        value={form.postWords}
        onChange={(postWords) => change({ postWords })}
        problem={problems["postWords"]}
        maxLength={500}
        required
      />
      <div className={styles["pair"]}>
        <SearchSelect
          label={words.operator}
          options={options(choices.operators)}
          value={form.operatorId}
          onChange={(operatorId) => change({ operatorId })}
          nothingFound={nothingFound}
        />
        <SearchSelect
          label={words.office}
          options={options(choices.offices)}
          value={form.postOfficeId}
          onChange={(postOfficeId) => change({ postOfficeId })}
          nothingFound={nothingFound}
        />
      </div>
    </>
  );
}
