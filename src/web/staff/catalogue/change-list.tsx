import type { VersionChange } from "#domain/catalogue/version-changes.ts";
import { VisuallyHidden } from "@mantine/core";
import { diffWords } from "diff";
import { type ReactElement, useMemo } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";
import { changeTexts, changeTitle } from "./change-words.ts";
import layout from "./procedure-page.module.css";

const TONES: Readonly<Record<VersionChange["kind"], Tone>> = {
  added: "success",
  removed: "error",
  changed: "info",
};

/** The differences between two versions, each with the words that came and went. */
export function ChangeList({ changes }: { readonly changes: readonly VersionChange[] }): ReactElement {
  const { catalogue: text } = useText();
  if (changes.length === 0) return <EmptyState icon="success" title={text.changesNone} />;
  return (
    <>
      <p className={layout["note"]} role="status">
        {text.changesCount(changes.length)}
      </p>
      <ol className={layout["changes"]}>
        {changes.map((change) => (
          <li key={`${change.part} ${change.path}`}>
            <Change change={change} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Change({ change }: { readonly change: VersionChange }): ReactElement {
  const text = useText();
  const { before, after } = changeTexts(change, text);
  return (
    <>
      <strong>{changeTitle(change, text)}</strong>{" "}
      {change.part !== "order" && (
        <Mark tone={TONES[change.kind]}>{text.catalogue.changeKinds[change.kind]}</Mark>
      )}
      {(before !== "" || after !== "") && <WordDifference before={before} after={after} />}
    </>
  );
}

/** Two texts laid over one another, word by word. */
function WordDifference({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): ReactElement {
  const { catalogue: text } = useText();
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p className={layout["diff"]} lang="vi">
      {pieces.map((piece, at) => {
        if (piece.added) {
          return (
            <ins key={at}>
              <VisuallyHidden>[{text.addedWords}] </VisuallyHidden>
              {piece.value}
            </ins>
          );
        }
        if (piece.removed) {
          return (
            <del key={at}>
              <VisuallyHidden>[{text.removedWords}] </VisuallyHidden>
              {piece.value}
            </del>
          );
        }
        return <span key={at}>{piece.value}</span>;
      })}
    </p>
  );
}
