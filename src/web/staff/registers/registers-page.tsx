import { Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { RegisterTab } from "./register-tab.tsx";
import styles from "./registers.module.css";
import { SlipsTab } from "./slips-tab.tsx";

/** The registers of the unit by year and field, and the slips with which dossiers and results change hands. */
export function RegistersPage(): ReactElement {
  const { registers: text } = useText();
  const [view, setView] = useState<string | null>("register");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List aria-label={text.title}>
          <Tabs.Tab value="register">{text.views.register}</Tabs.Tab>
          <Tabs.Tab value="dossierHandOver">{text.views.dossierHandOver}</Tabs.Tab>
          <Tabs.Tab value="resultHandOver">{text.views.resultHandOver}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="register" pt="sm">
          <RegisterTab />
        </Tabs.Panel>
        <Tabs.Panel value="dossierHandOver" pt="sm">
          <SlipsTab form="dossierHandOver" />
        </Tabs.Panel>
        <Tabs.Panel value="resultHandOver" pt="sm">
          <SlipsTab form="resultHandOver" />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
