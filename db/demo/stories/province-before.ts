/** The province's officers of the programme, of whom one drafts and another approves. */
export const PROVINCE_OFFICERS = ["an.story4", "tu.story4"] as const;
