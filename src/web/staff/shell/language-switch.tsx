import { UnstyledButton } from "@mantine/core";
import type { ReactElement } from "react";
import { chooseLanguage, useLanguage, useText } from "#web/text/use-text.ts";
import { LANGUAGES } from "#web/text/words.ts";
import styles from "./switches.module.css";

/** Vietnamese or English. */
export function LanguageSwitch(): ReactElement {
  const text = useText();
  const language = useLanguage();
  return (
    <div role="group" aria-label={text.common.language} className={styles["languages"]}>
      {LANGUAGES.map((each) => (
        <UnstyledButton
          key={each}
          lang={each}
          className={styles["language"]}
          aria-pressed={each === language}
          aria-label={text.common.languageNames[each]}
          onClick={() => chooseLanguage(each)}
        >
          {each.toUpperCase()}
        </UnstyledButton>
      ))}
    </div>
  );
}
