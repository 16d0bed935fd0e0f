import { listCaseOfficers } from "#contract/queue.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";

interface Props {
  readonly value: string;
  readonly onChange: (accountId: string) => void;
  readonly missing: boolean;
}

/** Who is to have it: the case officers of the agency today, those with the least in hand first. */
export function OfficerField({ value, onChange, missing }: Props): ReactElement {
  const { work } = useText();
  const { data } = useRead(listCaseOfficers, {});
  return (
    <SearchSelect
      label={work.assign.to}
      hint={work.assign.hint}
      options={(data?.officers ?? []).map(({ accountId, name, inHand }) => ({
        value: accountId,
        label: work.assign.officer(name, inHand),
      }))}
      value={value}
      onChange={onChange}
      nothingFound={work.assign.nobody}
      problem={missing ? work.assign.missing : undefined}
      required
    />
  );
}
