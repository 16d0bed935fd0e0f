import type { ReactElement } from "react";
import { FileZone } from "./dossiers/file-field.tsx";
import { type KeptFile, useEvidence } from "./dossiers/use-upload.ts";

/** A file beside the mandate ledger that the server has. */
export type KeptEvidence = KeptFile;

interface Props {
  readonly label: string;
  readonly value: KeptEvidence | null;
  readonly onChange: (file: KeptEvidence | null) => void;
  readonly problem?: string | undefined;
}

/** A scan or a photo, chosen or dropped, and kept at once: what is wrong with it is said while it is at hand. */
export function EvidenceField({ onChange, ...field }: Props): ReactElement {
  return <FileZone {...field} upload={useEvidence(onChange)} />;
}
