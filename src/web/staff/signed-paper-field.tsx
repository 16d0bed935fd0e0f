import type { ReactElement } from "react";
import { FileZone } from "./dossiers/file-field.tsx";
import { type KeptFile, useSignedPaper } from "./dossiers/use-upload.ts";

/** A scan of a signed paper that the server has. */
export type SignedPaper = KeptFile;

interface Props {
  readonly label: string;
  readonly value: SignedPaper | null;
  readonly onChange: (file: SignedPaper | null) => void;
  readonly problem?: string | undefined;
}

/** A signed paper of the post, chosen or dropped, and kept at once. */
export function SignedPaperField({ onChange, ...field }: Props): ReactElement {
  return <FileZone {...field} upload={useSignedPaper(onChange)} />;
}
