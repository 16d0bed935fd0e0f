import type { party as vietnamese } from "../vi/party.ts";

export const party: typeof vietnamese = {
  problems: {
    text_empty: "Please fill this in.",
    text_too_long: "This is longer than allowed; please shorten it.",
    text_unreadable_character: "It has a character that cannot be read; please type it again.",
    name_empty: "Please enter the name.",
    name_too_long: "The name is longer than 200 characters; please shorten it.",
    name_unreadable_character: "The name has a character that cannot be read; please type it again.",
    name_no_letter: "A name needs at least one letter.",
    identity_number_empty: "Please enter the number of the paper.",
    identity_number_characters: "The number has only digits, plain letters and hyphens.",
    identity_number_too_long: "The number is longer than 30 characters; please check it.",
    identity_kind_not_listed: "Please choose the kind of paper from the list.",
    day_impossible: "There is no such day. Type day/month/year, for example 05/09/1990.",
    day_in_future: "This day has not come yet; please check it.",
    phone_empty: "Enter a phone number or leave the field empty.",
    phone_characters: "A phone number has only digits, perhaps a + in front.",
    phone_too_long: "The phone number is longer than 17 digits; please check it.",
    email_malformed: "An e-mail address looks like name@example.vn.",
    tax_code_empty: "Please enter the tax code or enterprise code.",
    tax_code_characters: "The code has only digits, plain letters and hyphens.",
    tax_code_too_long: "The code is longer than 30 characters; please check it.",
    sex_not_listed: "Please choose male or female.",
    commune_code_malformed: "A commune code has 5 digits.",
    province_code_malformed: "A province code has 2 digits.",
    branch_code_malformed: "A branch code has 3 digits.",
    relation_not_listed: "Please choose the relation to the person who authorises.",
    authorisation_missing:
      "The submitter is not the applicant, so a power of attorney is needed; please fill it in.",
  },
  warnings: {
    name_has_digit: "The name has a digit; please check it. If the paper says so, go on.",
    identity_kind_unknown: "The number looks like no usual paper; please compare it again.",
    identity_length_unusual: "The length of the number is unusual; please compare it again.",
    identity_letters_unusual: "This number usually has digits only; please compare it again.",
    identity_province_unknown: "The first three digits are no usual province code; please compare again.",
    identity_century_unusual: "The fourth digit means a birth after 2099; please compare it again.",
    identity_birth_year_differs:
      "The year of birth in the number differs from the date of birth; please compare.",
    identity_sex_differs: "The sex in the number differs from the one chosen; please compare.",
    phone_shape_unusual: "The phone number has an unusual shape; please ask again.",
    phone_zero_added: "A leading 0 was added.",
    phone_old_prefix: "This is an old 11-digit number, replaced in 2018; please ask again.",
    tax_code_shape_unusual: "The code has an unusual shape (10 digits, a branch 3 more); please compare.",
    tax_code_check_digit_differs: "The check digit of the tax code does not fit; please compare it again.",
    birth_date_long_ago: "The date of birth is more than 122 years ago; please check it.",
    identity_issued_before_birth: "The paper was issued before the birth; please check it.",
    phone_missing: "No phone number: the citizen cannot be told when the result is ready.",
    branch_name_missing: "The code is a branch's, but the branch has no name yet.",
    branch_code_differs: "The branch code differs from the last three digits; please check it.",
    authorisation_not_certified: "No certifying office is given. Some procedures need a certified paper.",
    submitter_same_as_applicant:
      "The submitter has the applicant's number: the applicant will be recorded as submitting.",
  },
  card: {
    card_scan_not_a_card:
      "This is not the QR code of an identity card. Scan the side with the QR code, or type.",
    card_scan_cut_short:
      "The QR code was read only in part. What could be read is in the form; scan again or type on.",
    card_number_malformed:
      "The number in the code does not have 12 digits. The rest is filled in; type the number.",
    card_name_malformed: "The name in the code cannot be read. The rest is filled in; type the name.",
    card_date_impossible:
      "The code holds a day that does not exist. The rest is filled in; type the date of birth.",
  },
};
