import type { SheetCount } from "#contract/containers.ts";
import type { ThingView } from "#contract/custody.ts";
import { Table } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { CountField } from "../counter/count-field.tsx";
import styles from "./papers.module.css";

/** What was counted otherwise than it is listed, by the paper's key. */
export type Counts = ReadonlyMap<string, SheetCount>;

interface Props {
  readonly contents: readonly ThingView[];
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

const SHEETS_MAX = 999;

/** What lies in a packet, each paper with as many sheets as the ledger has; whoever finds another number writes it there. */
export function SheetCounts({ contents, counts, onChange }: Props): ReactElement | null {
  const { papers: text } = useText();
  const papers = contents.filter(({ thing }) => thing === "item");
  if (papers.length === 0) return null;
  return (
    <Table className={styles["counts"] ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.kinds.paper}</Table.Th>
          <Table.Th>{text.originals}</Table.Th>
          <Table.Th>{text.copies}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map((view) => {
          const counted = counts.get(view.id) ?? view;
          const change = (part: Partial<SheetCount>) => {
            const { originals, copies } = { ...counted, ...part };
            onChange(new Map(counts).set(view.id, { id: view.id, originals, copies }));
          };
          return (
            <Table.Tr key={view.id}>
              <Table.Td lang="vi">{view.name ?? view.code}</Table.Td>
              <Table.Td>
                <CountField
                  label={text.originalsOf(view.name ?? view.code)}
                  shortLabel={text.originals}
                  value={counted.originals}
                  max={SHEETS_MAX}
                  onChange={(originals) => change({ originals })}
                />
              </Table.Td>
              <Table.Td>
                <CountField
                  label={text.copiesOf(view.name ?? view.code)}
                  shortLabel={text.copies}
                  value={counted.copies}
                  max={SHEETS_MAX}
                  onChange={(copies) => change({ copies })}
                />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Those counts that are not what the ledger has. */
export function differingCounts(contents: readonly ThingView[], counts: Counts): SheetCount[] {
  return contents.flatMap(({ id, originals, copies }) => {
    const count = counts.get(id);
    return count && (count.originals !== originals || count.copies !== copies) ? [count] : [];
  });
}
