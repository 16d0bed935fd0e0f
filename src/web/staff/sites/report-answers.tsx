import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { ANSWER_TONES } from "./answer-tones.ts";
import { PhotoStrip } from "./photo-strip.tsx";
import styles from "./report.module.css";
import type { SurveyView } from "./report-page.tsx";

/** Each item of the checklist of then with its answer, in the order of the checklist. */
export function ReportAnswers({ view }: { readonly view: SurveyView }): ReactElement {
  const { sites } = useText();
  const { report } = sites;
  const { answers, checklist } = view;
  return (
    <section className={styles["part"]}>
      <h2>{report.answers}</h2>
      <table className={styles["answers"]}>
        <thead>
          <tr>
            <th scope="col">{report.columns.item}</th>
            <th scope="col">{report.columns.answer}</th>
            <th scope="col">{report.columns.words}</th>
          </tr>
        </thead>
        <tbody>
          {checklist.items.map(({ code, name }) => {
            const given = answers.find(({ item }) => item === code);
            return (
              <tr key={code}>
                <th scope="row" lang="vi">
                  {name}
                </th>
                <td>
                  {given ? (
                    <Mark tone={ANSWER_TONES[given.answer]}>{sites.answers[given.answer]}</Mark>
                  ) : (
                    <Mark tone="quiet">{sites.survey.unanswered}</Mark>
                  )}
                </td>
                <td lang="vi">
                  {given?.words}
                  <PhotoStrip photos={given?.photos ?? []} about={name} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
