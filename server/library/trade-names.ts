import { nameKey } from "./gazetteer/names.ts";

/**
 * The trade names of cameras, phones and drones whose files give a code. A code stands for all models that begin with
 * it, since makers add a letter for each country: SM-G991B and SM-G991U are a Galaxy S21. One line: names, a colon,
 * codes.
 */
const codes = `
Galaxy S5: SM-G900
Galaxy S6: SM-G920
Galaxy S6 edge: SM-G925
Galaxy S7: SM-G930
Galaxy S7 edge: SM-G935
Galaxy S8: SM-G950
Galaxy S8 Plus: SM-G955
Galaxy S9: SM-G960
Galaxy S9 Plus: SM-G965
Galaxy S10e: SM-G970
Galaxy S10: SM-G973
Galaxy S10 Plus: SM-G975
Galaxy S20: SM-G980, SM-G981
Galaxy S20 Plus: SM-G985, SM-G986
Galaxy S20 Ultra: SM-G988
Galaxy S20 FE: SM-G780, SM-G781
Galaxy S21: SM-G991
Galaxy S21 Plus: SM-G996
Galaxy S21 Ultra: SM-G998
Galaxy S21 FE: SM-G990
Galaxy S22: SM-S901
Galaxy S22 Plus: SM-S906
Galaxy S22 Ultra: SM-S908
Galaxy S23: SM-S911
Galaxy S23 Plus: SM-S916
Galaxy S23 Ultra: SM-S918
Galaxy S23 FE: SM-S711
Galaxy S24: SM-S921
Galaxy S24 Plus: SM-S926
Galaxy S24 Ultra: SM-S928
Galaxy S25: SM-S931
Galaxy S25 Plus: SM-S936
Galaxy S25 Ultra: SM-S938
Galaxy A50: SM-A505
Galaxy A51: SM-A515
Galaxy A52: SM-A525, SM-A526
Galaxy A52s: SM-A528
Galaxy A53: SM-A536
Galaxy A54: SM-A546
Galaxy Note 8: SM-N950
Galaxy Note 9: SM-N960
Galaxy Note 10: SM-N970
Galaxy Note 10 Plus: SM-N975
Galaxy Note 20: SM-N980, SM-N981
Galaxy Note 20 Ultra: SM-N985, SM-N986
Galaxy Z Fold 2: SM-F916
Galaxy Z Fold 3: SM-F926
Galaxy Z Fold 4: SM-F936
Galaxy Z Fold 5: SM-F946
Galaxy Z Flip 3: SM-F711
Galaxy Z Flip 4: SM-F721
Galaxy Z Flip 5: SM-F731
iPhone 6: iPhone7,2
iPhone 6 Plus: iPhone7,1
iPhone 6s: iPhone8,1
iPhone 6s Plus: iPhone8,2
iPhone SE: iPhone8,4, iPhone12,8, iPhone14,6
iPhone 7: iPhone9,1, iPhone9,3
iPhone 7 Plus: iPhone9,2, iPhone9,4
iPhone 8: iPhone10,1, iPhone10,4
iPhone 8 Plus: iPhone10,2, iPhone10,5
iPhone X: iPhone10,3, iPhone10,6
iPhone XR: iPhone11,8
iPhone XS: iPhone11,2
iPhone XS Max: iPhone11,4, iPhone11,6
iPhone 11: iPhone12,1
iPhone 11 Pro: iPhone12,3
iPhone 11 Pro Max: iPhone12,5
iPhone 12 mini: iPhone13,1
iPhone 12: iPhone13,2
iPhone 12 Pro: iPhone13,3
iPhone 12 Pro Max: iPhone13,4
iPhone 13 mini: iPhone14,4
iPhone 13: iPhone14,5
iPhone 13 Pro: iPhone14,2
iPhone 13 Pro Max: iPhone14,3
iPhone 14: iPhone14,7
iPhone 14 Plus: iPhone14,8
iPhone 14 Pro: iPhone15,2
iPhone 14 Pro Max: iPhone15,3
iPhone 15: iPhone15,4
iPhone 15 Plus: iPhone15,5
iPhone 15 Pro: iPhone16,1
iPhone 15 Pro Max: iPhone16,2
iPhone 16: iPhone17,3
iPhone 16 Plus: iPhone17,4
iPhone 16 Pro: iPhone17,1
iPhone 16 Pro Max: iPhone17,2
Huawei P20: EML-L
Huawei P20 Pro: CLT-L
Huawei P20 Lite: ANE-L
Huawei P30: ELE-L
Huawei P30 Pro: VOG-L
Huawei P30 Lite: MAR-L
Huawei Mate 20 Pro: LYA-L
OnePlus 5: ONEPLUS A5000
OnePlus 5T: ONEPLUS A5010
OnePlus 6: ONEPLUS A6000, ONEPLUS A6003
OnePlus 6T: ONEPLUS A6010, ONEPLUS A6013
OnePlus 7 Pro: GM1911, GM1913, GM1917
OnePlus 8 Pro: IN2020, IN2023, IN2025
OnePlus 9: LE2110, LE2113, LE2115
OnePlus 9 Pro: LE2120, LE2123, LE2125
Mavic Pro: FC220
Mavic Air: FC2103
Mavic Air 2: FC3170
Air 2S: FC3411
Mavic Mini: FC7203
Mini 2: FC7303
Mini 3: FC3682
Mini 3 Pro: FC3582
Mini 4 Pro: FC8482
Mavic 2 Pro: L1D-20c
Mavic 3: L2D-20c
Phantom 4: FC330
Phantom 4 Pro: FC6310
Canon EOS 350D: EOS DIGITAL REBEL XT, EOS Kiss Digital N
Canon EOS 400D: EOS DIGITAL REBEL XTi, EOS Kiss Digital X
Canon EOS 550D: EOS REBEL T2i, EOS Kiss X4
Canon EOS 600D: EOS REBEL T3i, EOS Kiss X5
Canon EOS 650D: EOS REBEL T4i, EOS Kiss X6i
Canon EOS 700D: EOS REBEL T5i, EOS Kiss X7i
Canon EOS 750D: EOS REBEL T6i, EOS Kiss X8i
Canon EOS 800D: EOS REBEL T7i, EOS Kiss X9i
`;

/** Names by the key of a code; a code that ends in a number of a phone stands for all that go on with letters. */
const nameOf = new Map<string, string>();
for (const line of codes.trim().split("\n")) {
  const [name = "", list = ""] = line.split(": ");
  for (const code of list.split(", ")) nameOf.set(nameKey(code), name);
}

const roman = ["", "", "II", "III", "IV", "V", "VI", "VII"];

/** Returns the names that a camera is sold as, whose files give a code; none if its model is its name. */
export function soldAs(model: string): string[] {
  const key = nameKey(model);
  const code = /^(?:sm \w\d{3}|\w{3} l)/.exec(key)?.[0];
  const bare = key.replace(/^canon /, "");
  const known = nameOf.get(key) ?? nameOf.get(bare) ?? nameOf.get(code ?? "");
  if (known) return [known];
  return sony(key) ?? lumix(key);
}

/** A Sony's files say "ILCE-7M3" for the α7 III, "DSC-RX100M7" for the RX100 VII and "ZV-E10" for itself. */
function sony(key: string): string[] | null {
  const [, alpha, compact, mark = "1", end = ""] =
    /^(?:ilc[ea] (\d+[rscg]?|qx1)|dsc (rx\d+r?))(?:m(\d))?(a?)$/.exec(key) ?? [];
  const name = compact?.toUpperCase() ?? (alpha && `a${alpha.toUpperCase()}`);
  if (!name) return null;
  const number = roman[Number(mark)] ?? "";
  const names = alpha ? [name, `alpha ${alpha}`, `α${alpha}`] : [name];
  return names.flatMap((each) =>
    number
      ? [`${each} ${number}${end}`, `${each}${number}`, `${each} ${mark}`, `${each} mark ${mark}`]
      : [each],
  );
}

/** A Panasonic's files say "DMC-GH4" or "DC-G9" for the Lumix of this name. */
function lumix(key: string): string[] {
  const name = /^(?:dmc|dc) (\w+)$/.exec(key)?.[1];
  return name ? [`Lumix ${name.toUpperCase()}`] : [];
}
