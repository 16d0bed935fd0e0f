import type { Slip } from "#contract/people.ts";
import { Button, Group } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import styles from "./people.module.css";

interface Props {
  readonly slip: Slip;
  readonly onClose: () => void;
}

/** What a person is handed for the first sign-in. It is shown once, so that only a button closes it. */
export function SlipDialog({ slip, onClose }: Props): ReactElement {
  const { people, common } = useText();
  const { slip: text } = people;
  return (
    <Dialog opened onClose={onClose} closable={false} title={text.title} size="lg">
      <div className={`${styles["form"]} ${styles["slipPaper"]}`} data-print-only>
        <p className={styles["paperTitle"]}>
          {common.appName} – {text.title}
        </p>
        <div className="no-print">
          <Notice tone="warning" title={text.once} />
        </div>
        <div className={styles["slip"]}>
          <Facts
            facts={[
              { label: people.form.fullName, value: <strong lang="vi">{slip.fullName}</strong> },
              { label: text.address, value: `${location.origin}/staff/` },
              { label: text.username, value: <span className={styles["mono"]}>{slip.username}</span> },
              { label: text.password, value: <span className={styles["mono"]}>{slip.password}</span> },
              { label: text.secret, value: <span className={styles["mono"]}>{slip.secret}</span> },
            ]}
          />
          <img className={styles["qr"]} src={qrAddress(slip)} alt={text.qr} />
        </div>
        <ol className={styles["steps"]}>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Group className="no-print">
          <Button leftSection={<Icon name="print" size={16} />} onClick={() => window.print()} data-autofocus>
            {text.print}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}

function qrAddress({ qr }: Slip): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr)}`;
}
