import { localTime } from "#domain/shared/instant.ts";
import { daysBetween, plainDate } from "#domain/shared/plain-date.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { serverNow } from "../server-clock.ts";

/** How the day for an answer stands, in words, sign and colour. */
export function AnswerDay({ answerBy }: { readonly answerBy: string }): ReactElement {
  const text = useText().linked.consultations;
  const left = daysBetween(localTime(serverNow()).day, plainDate(answerBy));
  if (left < 0) {
    return (
      <Mark tone="error" icon="error">
        {text.late(-left)}
      </Mark>
    );
  }
  if (left === 0) {
    return (
      <Mark tone="warning" icon="warning">
        {text.today}
      </Mark>
    );
  }
  return (
    <Mark tone={left > 1 ? "quiet" : "info"} icon="clock">
      {text.left(left)}
    </Mark>
  );
}
