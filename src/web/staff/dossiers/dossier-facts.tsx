import type { DossierView, PartyView } from "#contract/dossiers.ts";
import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { type Dong, formatDong } from "#domain/shared/money.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DuePanel } from "./due-panel.tsx";
import { fileLink } from "./file-link.ts";
import layout from "./dossier-page.module.css";
import { deliveryWords, returnWay } from "./return-way.ts";

interface Props {
  readonly dossier: DossierView;
}

/** Due date, people and the facts of a dossier. */
export function DossierFacts({ dossier }: Props): ReactElement {
  const text = useText();
  return (
    <>
      <DuePanel dossier={dossier} />
      <Panel id="applicant" title={text.dossiers.page.peopleTitle}>
        <Facts facts={partyFacts(dossier.applicant, text)} />
      </Panel>
      {dossier.submitter && (
        <Panel id="submitter" title={text.dossiers.page.submitterTitle}>
          <Facts facts={[...partyFacts(dossier.submitter, text), ...authorisationFacts(dossier, text)]} />
        </Panel>
      )}
      {dossier.collection && (
        <Panel id="collection" title={text.dossiers.page.collectionTitle}>
          <Facts facts={collectionFacts(dossier.collection, text)} />
          {dossier.collection.signatureFileId !== null && (
            <p>
              <a
                className={layout["file"]}
                href={fileLink(dossier.dossierId, dossier.collection.signatureFileId)}
                target="_blank"
                rel="noreferrer"
              >
                {text.dossiers.page.signatureFile}
              </a>
            </p>
          )}
        </Panel>
      )}
      <Panel id="facts" title={text.dossiers.page.factsTitle}>
        <Facts facts={[...dossierFacts(dossier, text), ...groupFacts(dossier, text)]} />
      </Panel>
    </>
  );
}

/** A fact that nobody gave is left out rather than shown empty. */
function given(facts: readonly (readonly [label: string, value: string | null])[]): readonly Fact[] {
  return facts.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value }]));
}

function partyFacts(party: PartyView, { dossiers: { page }, lists, dates }: Words): readonly Fact[] {
  const organisation = party.kind === "organisation";
  return given([
    [organisation ? page.organisation : page.name, party.name],
    [organisation ? page.taxCode : page.number, party.number],
    [page.birthDate, party.birthDate === null ? null : dates.shortDay(party.birthDate)],
    [page.sex, party.sex === null ? null : lists.sexes[party.sex]],
    [page.legalRepresentative, party.legalRepresentative],
    [page.branch, party.branchName],
    [
      page.address,
      party.communeCode === null ? party.address : page.addressIn(party.address, party.communeCode),
    ],
    [page.phone, party.phone],
    [page.email, party.email],
  ]);
}

function authorisationFacts(
  { authorisation }: DossierView,
  { dossiers: { page }, lists, dates }: Words,
): readonly Fact[] {
  if (authorisation === null) return [];
  const { number, date, certifiedBy, relation, scope } = authorisation;
  return given([
    [page.authorisation, [number, dates.shortDay(date)].filter(Boolean).join(", ")],
    [page.certifiedBy, certifiedBy],
    [page.relation, lists.relations[relation]],
    [page.scope, scope],
  ]);
}

function collectionFacts(
  { shipmentId, collector, proxy, identityProof }: NonNullable<DossierView["collection"]>,
  { dossiers: { page }, lists }: Words,
): readonly Fact[] {
  return given([
    [page.collectedBy, shipmentId === null ? null : page.byPost],
    [page.collector, collector && lists.collectors[collector]],
    [page.name, proxy?.name ?? null],
    [page.number, proxy?.number ?? null],
    [page.authorisation, proxy?.authorisation ?? null],
    [page.proof, identityProof && lists.identityProofs[identityProof]],
  ]);
}

function dossierFacts(dossier: DossierView, text: Words): readonly Fact[] {
  const { dossiers, lists, dates, common, groups } = text;
  const { page } = dossiers;
  const { statuses, units } = dossier;
  const named = (name: string, now: string | null) => (now === null ? name : page.nowCalled(name, now));
  const { plain, national } = lists.businessStatuses[statuses.business];
  // An old system tells neither who helped nor in whose name it was received: what it did not say is not shown.
  const own = dossier.importedFrom === null;
  return given([
    [page.procedure, `${dossier.procedureCode} – ${dossier.procedureName}`],
    [page.status, plain],
    [page.national, page.nationalStatus(statuses.national, national)],
    [page.money, moneyWords(dossier, (own ? lists.moneyStatuses : page.moneyOfOldSystem)[statuses.money])],
    [page.delivery, deliveryWords(dossier, text)],
    [page.sync, lists.syncStatuses[statuses.sync]],
    [page.importedFrom, dossier.importedFrom],
    [receivedLabel(statuses.business, page), dates.moment(dossier.receivedAt)],
    [page.receivedAt, named(units.receivedAt, units.receivedAtNow)],
    [page.helpedAt, own ? units.helpedAt : null],
    [page.decidedBy, named(units.decidedBy, units.decidedByNow)],
    [page.receivedAs, own ? lists.receivedAs[dossier.receivedAs] : null],
    [page.channel, lists.channels[dossier.channel]],
    [page.returnMethod, returnWay(dossier, text)],
    [groups.collectedAt, units.collectedAt],
    [groups.resultStillAt, units.resultStillAt],
    [page.receiptDue, dossier.receiptDue && lists.receiptDeliveries[dossier.receiptDue]],
    [page.assisted, dossier.assistedWriting ? common.yes : null],
    [page.missingPapers, dossier.missingPapersReason],
    [page.remarks, dossier.remarks],
  ]);
}

/** With whom it was handed in, and the way to the others. */
function groupFacts({ group }: DossierView, { groups }: Words): readonly Fact[] {
  if (group === null) return [];
  const link = (
    <Link to="/groups/$groupId" params={{ groupId: group.groupId }} className={layout["file"]}>
      {group.code} – {group.name}
    </Link>
  );
  return [{ label: groups.title, value: link }];
}

/** Only a confirmation makes a dossier received; the moment that it counts from is kept before. */
function receivedLabel(
  status: DossierView["statuses"]["business"],
  { received, handedIn, handedInWithdrawn }: Words["dossiers"]["page"],
): string {
  if (!isBeforeReceipt(status)) return received;
  return status === "withdrawn" ? handedInWithdrawn : handedIn;
}

function moneyWords({ feeDue }: DossierView, words: string): string {
  return feeDue === null || feeDue === 0 ? words : `${words}: ${formatDong(feeDue as Dong)}`;
}
