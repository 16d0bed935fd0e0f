import { type PeopleChoices, listPeopleChoices } from "#contract/people.ts";
import { type Role, ROLES } from "#domain/mandate/permission.ts";
import {
  type AccountFault,
  type EmployerKind,
  PLACES_OF_ROLE,
  type PostPlace,
  employerOfRole,
} from "#domain/people/contract.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";

/** A post as somebody types it. */
export interface PostForm {
  readonly role: Role;
  /** Kind and id of the place, as one value of the list. */
  readonly place: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export type PostProblems = Readonly<Partial<Record<keyof PostForm, string>>>;

/** The roles that an employer's people can hold. */
export function rolesOf(kind: EmployerKind): readonly Role[] {
  return ROLES.filter((role) => employerOfRole(role) === kind);
}

export function noPost(kind: EmployerKind, today: string): PostForm {
  return { role: rolesOf(kind)[0] ?? "postalClerk", place: "", validFrom: today, validTo: "" };
}

/** The post as the routes take it. */
export function postInput({ role, place, validFrom, validTo }: PostForm) {
  const [kind, placeId = ""] = place.split(" ");
  return {
    role,
    placeKind: kind as PostPlace,
    placeId,
    validFrom,
    validTo: validTo.trim() === "" ? null : validTo,
  };
}

/** What is missing or unreadable before it is sent. */
export function missingOfPost(form: PostForm, { people }: Words): PostProblems {
  const { choose, notADay } = people.form;
  return {
    ...(form.place === "" && { place: choose }),
    ...(parsePlainDate(form.validFrom) === undefined && { validFrom: notADay }),
    ...(form.validTo.trim() !== "" && parsePlainDate(form.validTo) === undefined && { validTo: notADay }),
  };
}

/** At which field of a post the server's finding stands. */
export const POST_FAULT_FIELD: Readonly<Partial<Record<AccountFault, keyof PostForm>>> = {
  role_not_of_employer: "role",
  role_not_at_place: "place",
  post_held_already: "place",
  post_period_reversed: "validTo",
  post_outside_contract: "validTo",
};

interface Props {
  readonly form: PostForm;
  readonly roles: readonly Role[];
  readonly onChange: (form: PostForm) => void;
  readonly problems: PostProblems;
}

/** Which post, where and for how long. */
export function PostFields({ form, roles, onChange, problems }: Props): ReactElement {
  const { people, lists } = useText();
  const { form: text, list } = people;
  const { data } = useRead(listPeopleChoices, {});
  return (
    <>
      <div className={styles["pair"]}>
        <NativeSelect
          label={text.role}
          value={form.role}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const role = roles.find((one) => one === value);
            if (role) onChange({ ...form, role, place: "" });
          }}
          data={roles.map((role) => ({ value: role, label: lists.roles[role] }))}
          error={problems.role}
        />
        <SearchSelect
          key={form.role}
          label={text.place}
          placeholder={list.pick}
          options={data ? placesFor(form.role, data) : []}
          value={form.place}
          onChange={(place) => onChange({ ...form, place })}
          problem={problems.place}
          nothingFound={list.nothingFound}
          required
        />
      </div>
      <div className={styles["pair"]}>
        <DateField
          label={text.postFrom}
          value={form.validFrom}
          onChange={(validFrom) => onChange({ ...form, validFrom })}
          problem={problems.validFrom}
          required
        />
        <DateField
          label={text.postTo}
          hint={text.validToHint}
          value={form.validTo}
          onChange={(validTo) => onChange({ ...form, validTo })}
          problem={problems.validTo}
        />
      </div>
    </>
  );
}

const LIST_OF = { unit: "units", agency: "agencies", postOffice: "postOffices" } as const;

function placesFor(role: Role, choices: PeopleChoices) {
  return PLACES_OF_ROLE[role].flatMap((kind: PostPlace) =>
    choices[LIST_OF[kind]].map(({ id, name, place }) => ({
      value: `${kind} ${id}`,
      label: place === "" ? name : `${name} – ${place}`,
    })),
  );
}
