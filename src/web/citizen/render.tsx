import type { CitizenPage, CitizenRenderer, Language } from "#contract/track.ts";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Words, wordsOf } from "../text/words.ts";
import { Document } from "./document.tsx";
import { DossierPage } from "./dossier-page.tsx";
import { FormPage } from "./form-page.tsx";
import { HomePage } from "./home-page.tsx";
import { homeLink, sameInLanguage, trackLink } from "./links.ts";
import { MissingProcedurePage } from "./missing-procedure-page.tsx";
import { PlainPage } from "./plain-page.tsx";
import { ProcedurePage } from "./procedure-page.tsx";
import { ProceduresPage } from "./procedures-page.tsx";

/**
 * A whole public page as HTML that needs no script. Everything that comes from data is escaped; the only
 * raw text is our own style sheet.
 * @example renderCitizenPage({ kind: "home", language: "vi" }, { nonce }) → "<!doctype html><html lang=…"
 */
export const renderCitizenPage: CitizenRenderer["renderCitizenPage"] = (page, { nonce }) => {
  const words = wordsOf(page.language);
  const html = renderToStaticMarkup(
    <Document
      language={page.language}
      title={title(page, words)}
      nonce={nonce}
      personal={page.kind === "dossier"}
      linkTo={(language) => linkTo(page, language)}
    >
      {body(page)}
    </Document>,
  );
  return `<!doctype html>${html}`;
};

function body(page: CitizenPage): ReactElement {
  switch (page.kind) {
    case "home":
      return <HomePage {...page} />;
    case "form":
      return <FormPage {...page} />;
    case "dossier":
      return <DossierPage {...page} />;
    case "procedures":
      return <ProceduresPage {...page} />;
    case "procedure":
      return <ProcedurePage {...page} />;
    case "noProcedure":
      return <MissingProcedurePage {...page} />;
    case "notFound":
    case "tooMany":
      break;
  }
  return <PlainPage {...page} />;
}

function title(page: CitizenPage, { citizen: text }: Words): string {
  switch (page.kind) {
    case "home":
      return text.home.title;
    case "form":
      return page.problem === null ? text.home.trackTitle : text.form.problemTitle;
    case "dossier":
      return text.dossier.statuses[page.dossier.status].title;
    case "procedures":
      return text.procedures.title;
    case "procedure":
      return page.procedure.content.name;
    case "noProcedure":
      return text.procedure.missing.title;
    case "notFound":
    case "tooMany":
      break;
  }
  return text[page.kind].title;
}

function linkTo(page: CitizenPage, language: Language): string {
  switch (page.kind) {
    case "dossier":
    case "procedure":
    case "noProcedure":
      return sameInLanguage(language);
    case "procedures":
      return sameInLanguage(language, page.query);
    case "form":
      return trackLink(language);
    case "home":
    case "notFound":
    case "tooMany":
      break;
  }
  return homeLink(language);
}
