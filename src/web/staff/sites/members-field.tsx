import { Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { SurveyInHand } from "./use-survey.ts";

/** Who came along. Asked at the beginning and shown once more before sending, since a reload of the page forgets it. */
export function MembersField({ survey }: { readonly survey: SurveyInHand }): ReactElement {
  const { survey: text } = useText().sites;
  return (
    <Textarea
      label={text.members}
      description={text.membersHint}
      value={survey.members}
      onChange={(event) => survey.setMembers(event.currentTarget.value)}
      maxLength={2_000}
      size="md"
      autosize
      minRows={2}
    />
  );
}
