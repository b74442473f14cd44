import type { Severity } from '#law';
import type { Random } from './random.js';

export interface DemoOffence {
  readonly article: string;
  readonly clause: number;
  readonly severity: Severity;
  readonly name: string;
}

/** Common offences with a clause and its severity by BLHS Điều 9; weights are a guess at how common they are. */
const offences: readonly (readonly [DemoOffence, number])[] = [
  [{ article: '173', clause: 1, severity: 'I', name: 'Trộm cắp tài sản' }, 22],
  [{ article: '173', clause: 2, severity: 'N', name: 'Trộm cắp tài sản' }, 8],
  [{ article: '174', clause: 2, severity: 'N', name: 'Lừa đảo chiếm đoạt tài sản' }, 5],
  [{ article: '174', clause: 4, severity: 'D', name: 'Lừa đảo chiếm đoạt tài sản' }, 1],
  [{ article: '134', clause: 2, severity: 'N', name: 'Cố ý gây thương tích' }, 10],
  [{ article: '134', clause: 1, severity: 'I', name: 'Cố ý gây thương tích' }, 6],
  [{ article: '249', clause: 1, severity: 'N', name: 'Tàng trữ trái phép chất ma tuý' }, 16],
  [{ article: '251', clause: 1, severity: 'N', name: 'Mua bán trái phép chất ma tuý' }, 6],
  [{ article: '251', clause: 2, severity: 'R', name: 'Mua bán trái phép chất ma tuý' }, 7],
  [{ article: '251', clause: 4, severity: 'D', name: 'Mua bán trái phép chất ma tuý' }, 1],
  [{ article: '260', clause: 1, severity: 'N', name: 'Vi phạm quy định về tham gia giao thông đường bộ' }, 9],
  [{ article: '321', clause: 1, severity: 'I', name: 'Đánh bạc' }, 9],
  [{ article: '318', clause: 2, severity: 'N', name: 'Gây rối trật tự công cộng' }, 5],
  [{ article: '168', clause: 1, severity: 'R', name: 'Cướp tài sản' }, 3],
  [{ article: '123', clause: 1, severity: 'D', name: 'Giết người' }, 1],
];

export const someOffence = (random: Random): DemoOffence => random.weighted(offences);
