import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { c01 } from './T-C01.js';
import { c02 } from './T-C02.js';
import { c03 } from './T-C03.js';
import { c04 } from './T-C04.js';
import { c05 } from './T-C05.js';
import { c06 } from './T-C06.js';
import { c07 } from './T-C07.js';
import { d01 } from './T-D01.js';
import { d02 } from './T-D02.js';
import { d03 } from './T-D03.js';
import { d04 } from './T-D04.js';
import { d05 } from './T-D05.js';
import { d06 } from './T-D06.js';
import { d07 } from './T-D07.js';
import { d08 } from './T-D08.js';
import { d09 } from './T-D09.js';
import { d10 } from './T-D10.js';
import { d11 } from './T-D11.js';
import { d12 } from './T-D12.js';
import { d13 } from './T-D13.js';
import { d14 } from './T-D14.js';
import { d16 } from './T-D16.js';
import { d17 } from './T-D17.js';
import { e01 } from './T-E01.js';
import { e02 } from './T-E02.js';
import { e03 } from './T-E03.js';
import { e04 } from './T-E04.js';
import { e05 } from './T-E05.js';
import { e06 } from './T-E06.js';
import { e07 } from './T-E07.js';
import { e08 } from './T-E08.js';
import { e09 } from './T-E09.js';
import { l01 } from './T-L01.js';
import { l02 } from './T-L02.js';
import { l03 } from './T-L03.js';
import { l04 } from './T-L04.js';
import { l05 } from './T-L05.js';
import { l06 } from './T-L06.js';
import { m01 } from './T-M01.js';
import { m02 } from './T-M02.js';
import { m03 } from './T-M03.js';
import { m04 } from './T-M04.js';
import { m05 } from './T-M05.js';
import { m06 } from './T-M06.js';
import { p02 } from './T-P02.js';
import { p03 } from './T-P03.js';
import { p04 } from './T-P04.js';
import { p05 } from './T-P05.js';
import { p06 } from './T-P06.js';
import { p07 } from './T-P07.js';
import { p08 } from './T-P08.js';
import { p09 } from './T-P09.js';
import { p10 } from './T-P10.js';
import { s02 } from './T-S02.js';
import { s05 } from './T-S05.js';
import { s06 } from './T-S06.js';
import { s07 } from './T-S07.js';
import { s09 } from './T-S09.js';
import { s11 } from './T-S11.js';
import { t01 } from './T-T01.js';
import { w01 } from './T-W01.js';
import { w03 } from './T-W03.js';
import { w04 } from './T-W04.js';
import { w05 } from './T-W05.js';
import { w06 } from './T-W06.js';
import { y03 } from './T-Y03.js';
import { y05 } from './T-Y05.js';
import { y07 } from './T-Y07.js';
import { y10 } from './T-Y10.js';
import { y11 } from './T-Y11.js';

/** Every rule by the code it reports; the grammar's own codes come from the reading. */
export const rules: Readonly<Record<string, (model: Model) => Report[]>> = {
  'T-C01': c01,
  'T-C02': c02,
  'T-C03': c03,
  'T-C04': c04,
  'T-C05': c05,
  'T-C06': c06,
  'T-C07': c07,
  'T-D01': d01,
  'T-D02': d02,
  'T-D03': d03,
  'T-D04': d04,
  'T-D05': d05,
  'T-D06': d06,
  'T-D07': d07,
  'T-D08': d08,
  'T-D09': d09,
  'T-D10': d10,
  'T-D11': d11,
  'T-D12': d12,
  'T-D13': d13,
  'T-D14': d14,
  'T-D16': d16,
  'T-D17': d17,
  'T-E01': e01,
  'T-E02': e02,
  'T-E03': e03,
  'T-E04': e04,
  'T-E05': e05,
  'T-E06': e06,
  'T-E07': e07,
  'T-E08': e08,
  'T-E09': e09,
  'T-L01': l01,
  'T-L02': l02,
  'T-L03': l03,
  'T-L04': l04,
  'T-L05': l05,
  'T-L06': l06,
  'T-M01': m01,
  'T-M02': m02,
  'T-M03': m03,
  'T-M04': m04,
  'T-M05': m05,
  'T-M06': m06,
  'T-P02': p02,
  'T-P03': p03,
  'T-P04': p04,
  'T-P05': p05,
  'T-P06': p06,
  'T-P07': p07,
  'T-P08': p08,
  'T-P09': p09,
  'T-P10': p10,
  'T-S02': s02,
  'T-S05': s05,
  'T-S06': s06,
  'T-S07': s07,
  'T-S09': s09,
  'T-S11': s11,
  'T-T01': t01,
  'T-W01': w01,
  'T-W03': w03,
  'T-W04': w04,
  'T-W05': w05,
  'T-W06': w06,
  'T-Y03': y03,
  'T-Y05': y05,
  'T-Y07': y07,
  'T-Y10': y10,
  'T-Y11': y11,
};
