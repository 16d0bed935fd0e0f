import type { DossierView } from "#contract/dossiers.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { mayUse, useSession } from "../session/session.ts";
import layout from "./dossier-page.module.css";
import { fileLink } from "./file-link.ts";

type Item = DossierView["items"][number];

interface Props {
  readonly dossier: DossierView;
}

/** The papers with who holds them, and the result with its file. */
export function DossierItems({ dossier }: Props): ReactElement {
  const text = useText();
  return (
    <>
      {dossier.result && <Result dossier={dossier} />}
      <Panel id="items" title={text.dossiers.page.itemsTitle}>
        {dossier.items.length === 0 ? (
          <p>{text.dossiers.page.noItems}</p>
        ) : (
          <ul className={layout["items"]}>
            {dossier.items.map((item) => (
              <li key={item.itemId}>
                <span>
                  <span lang="vi">{item.name}</span>{" "}
                  {item.kind === "result" && <Mark tone="success">{text.dossiers.page.result}</Mark>}
                  <span className={layout["quiet"]}>{amountWords(item, text)}</span>
                </span>
                <span>
                  <span className={layout["quiet"]}>{text.dossiers.page.holder}</span>
                  {item.holder === null ? text.dossiers.page.noHolder : holderWords(item.holder, text)}
                  {item.inside && <Inside box={item.inside} />}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

/** The packet or bag that it lies in; who may look after papers goes there. */
function Inside({ box: { containerId, code } }: { readonly box: NonNullable<Item["inside"]> }): ReactElement {
  const { papers: text } = useText();
  const session = useSession();
  return (
    <span className={layout["inside"]}>
      {mayUse(session, "custody.hold") ? (
        <Link to="/papers/$thing/$id" params={{ thing: "container", id: containerId }}>
          {text.insideOf(code)}
        </Link>
      ) : (
        text.insideOf(code)
      )}
    </span>
  );
}

function amountWords(
  item: DossierView["items"][number],
  { dossiers: { page }, turns: { originals } }: Words,
): string {
  const parts = [
    ...(item.originals > 0 ? [page.originals(item.originals)] : []),
    ...(item.copies > 0 ? [page.copies(item.copies)] : []),
    ...(item.shown ? [page.shown] : []),
    ...(item.originalsBack ? [originals.back] : []),
  ];
  return parts.length === 0 && item.kind === "paper" ? page.notHandedIn : parts.join(", ");
}

function Result({ dossier }: Props): ReactElement | null {
  const text = useText();
  const { result } = dossier;
  if (result === null) return null;
  const { page } = text.dossiers;
  const facts: readonly Fact[] = [
    { label: page.outcome, value: text.lists.outcomes[result.outcome] },
    ...(result.number === null ? [] : [{ label: page.resultNumber, value: result.number }]),
    ...(result.note === null ? [] : [{ label: page.note, value: result.note }]),
  ];
  return (
    <Panel id="result" title={page.resultTitle}>
      <Facts facts={facts} />
      {result.fileId === null ? (
        <span className={layout["quiet"]}>{page.resultFileElsewhere}</span>
      ) : (
        <p>
          <a
            className={layout["file"]}
            href={fileLink(dossier.dossierId, result.fileId)}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="file" size={18} />
            {page.resultFile}: {result.fileName}
          </a>
        </p>
      )}
    </Panel>
  );
}

/** Who holds a paper, and who keeps it today when that place was reorganised since. */
function holderWords(holder: NonNullable<Item["holder"]>, { dossiers: { page } }: Words): string {
  const name = holder.name ?? page.citizen;
  return holder.now === null ? name : page.nowCalled(name, holder.now);
}
