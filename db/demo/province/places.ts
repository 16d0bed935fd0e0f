import type { Random } from "./random.ts";

/** Where the people of a one-stop unit live: hamlets of today, and places that they still call by the old map. */
export interface Neighbourhood {
  /** The unit's key in the reference data. */
  readonly unit: string;
  /** Without the province. */
  readonly commune: string;
  /** Hamlets (ấp) or quarters (khóm) as people write them in front; invented or usual ones. */
  readonly hamlets: readonly string[];
  /** Addresses by the map before 1 July 2025, as older papers have them. */
  readonly oldPlaces: readonly string[];
}

const TODAY = "tỉnh Đồng Tháp";

/** Names of communes are those of `db/reference/units/map/communes.csv`; the hamlets are for the demo. */
export const NEIGHBOURHOODS: readonly Neighbourhood[] = [
  {
    unit: "unit:commune:30163",
    commune: "xã Bình Thành",
    hamlets: ["Ấp 1", "Ấp 2", "Ấp 3", "Ấp Bình Hòa", "Ấp Bình Chánh", "Ấp Bình Trung"],
    oldPlaces: [
      "Ấp 1, xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp",
      "Ấp 2, xã Bình Tấn, huyện Thanh Bình, tỉnh Đồng Tháp",
    ],
  },
  {
    unit: "unit:commune:30130",
    commune: "xã Thanh Bình",
    hamlets: ["Ấp Tân Đông A", "Ấp Tân Thuận", "Ấp Phú An", "Ấp Tân Hòa"],
    oldPlaces: [
      "Khóm Tân Đông, thị trấn Thanh Bình, huyện Thanh Bình, tỉnh Đồng Tháp",
      "Ấp Trung, xã Tân Mỹ, huyện Thanh Bình, tỉnh Đồng Tháp",
    ],
  },
  {
    unit: "unit:commune:30157",
    commune: "xã Tân Thạnh",
    hamlets: ["Ấp Bắc", "Ấp Nam", "Ấp Tây", "Ấp Trung"],
    oldPlaces: ["Ấp 3, xã Phú Lợi, huyện Thanh Bình, tỉnh Đồng Tháp"],
  },
  {
    unit: "unit:commune:29869",
    commune: "phường Cao Lãnh",
    hamlets: ["Khóm 1", "Khóm 2", "Khóm 5", "Khóm Thuận An", "Số 45 đường Nguyễn Huệ, khóm 2"],
    oldPlaces: [
      "Khóm 4, phường 6, thành phố Cao Lãnh, tỉnh Đồng Tháp",
      "Ấp Tịnh Châu, xã Tịnh Thới, thành phố Cao Lãnh, tỉnh Đồng Tháp",
    ],
  },
  {
    unit: "unit:commune:28261",
    commune: "phường Mỹ Tho",
    hamlets: ["Khu phố 1", "Khu phố 3", "Khu phố 5", "Số 12 đường Hùng Vương, khu phố 2"],
    oldPlaces: ["Khu phố 4, phường 1, thành phố Mỹ Tho, tỉnh Tiền Giang"],
  },
  {
    unit: "unit:commune:29905",
    commune: "phường Sa Đéc",
    hamlets: ["Khóm 1", "Khóm 3", "Khóm Tân An", "Khóm Hòa Khánh"],
    oldPlaces: ["Khóm 2, phường An Hòa, thành phố Sa Đéc, tỉnh Đồng Tháp"],
  },
  {
    unit: "unit:province:82",
    commune: "phường Mỹ Tho",
    hamlets: ["Khu phố 2", "Khu phố 6", "Khu phố 9"],
    oldPlaces: ["Ấp Mỹ Phú, xã Long Hưng, huyện Châu Thành, tỉnh Tiền Giang"],
  },
];

/** People who come from elsewhere in the province: a dossier may be handed in at any unit of it. */
const ELSEWHERE = [
  "Ấp 4, xã Tháp Mười",
  "Ấp Long Thạnh, xã Long Khánh",
  "Ấp Hòa Định, xã Lai Vung",
  "Ấp An Thái, xã Cái Bè",
  "Khu phố 3, phường Gò Công",
  "Ấp Phú Thọ, xã Tam Nông",
  "Khóm An Thạnh, phường Hồng Ngự",
];

const OLD_PLACE = 0.1;
const FROM_ELSEWHERE = 0.06;

/** @example inventAddress(random, neighbourhood) → "Ấp 2, xã Bình Thành, tỉnh Đồng Tháp" */
export function inventAddress(random: Random, { commune, hamlets, oldPlaces }: Neighbourhood): string {
  if (random.chance(OLD_PLACE)) return random.pick(oldPlaces);
  if (random.chance(FROM_ELSEWHERE)) return `${random.pick(ELSEWHERE)}, ${TODAY}`;
  return `${random.pick(hamlets)}, ${commune}, ${TODAY}`;
}
