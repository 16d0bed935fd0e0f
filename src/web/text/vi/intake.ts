/** Words of the counter. */
export const intake = {
  title: "Quầy tiếp nhận",
};
