/** Forms that an act issues and numbers: Mẫu 02 to 05 of TT 03/2025/TT-VPCP, by their numbers there. */
export const ISSUED_FORMS = ["mau02", "mau03", "mau04", "mau05"] as const;
export type IssuedForm = (typeof ISSUED_FORMS)[number];

/** The sets of forms, by the circular that has them; which one holds on a day is data (`form_setting`). */
export const FORM_SETS = ["TT01_2018", "TT03_2025"] as const;
export type FormSet = (typeof FORM_SETS)[number];
