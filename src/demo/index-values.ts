/** Values of indices that Huế states for 2025 with evidence, and what the standing office made of them. */
import type { InputOf } from '../kit/contract.ts';
import { type Day, instantOf } from '../kit/day.ts';
import { claimIndexValue, decideIndexValue } from '../modules/indicators/contract.ts';
import { coordinatorOf, people } from './accounts.ts';
import { CITY } from './staff.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

type Claim = Omit<InputOf<typeof claimIndexValue>, 'unitId' | 'period'>;
interface Stated extends Claim {
  decision?: 'verify' | 'return';
  reason?: string;
}

const DAY: Day = '2025-11-12';
const DECIDED: Day = '2025-11-14';

const stated: readonly Stated[] = [
  {
    code: 'data-quality',
    node: 'complete',
    numerator: 573_000,
    denominator: 1_120_000,
    // Published by the city during the land campaign of autumn 2025, 51.4 % as printed there.
    evidence:
      'Chiến dịch làm giàu, làm sạch dữ liệu đất đai: 573.000 trên 1,12 triệu thửa đất đầy đủ thông tin',
    decision: 'verify',
  },
  {
    code: 'data-quality',
    node: 'live',
    numerator: 88,
    denominator: 120,
    evidence: marked('Đối soát 120 biến động tháng 10/2025'),
  },
  {
    code: 'dti-province',
    node: 'institutions',
    numerator: 9,
    denominator: 11,
    evidence: marked('Danh mục 11 văn bản phải ban hành, kèm số và ngày của 9 văn bản'),
    decision: 'verify',
  },
  {
    code: 'dti-province',
    node: 'people',
    numerator: 31,
    denominator: 40,
    evidence: marked('40 xã, phường; 31 nơi có công chức chuyên trách chuyển đổi số'),
  },
  {
    code: 'dti-province',
    node: 'security',
    numerator: 40,
    denominator: 40,
    evidence: marked('Báo cáo tự đánh giá của 40 xã, phường'),
    decision: 'return',
    reason: marked('Thiếu quyết định phê duyệt cấp độ an toàn của từng hệ thống.'),
  },
];

const claims = ({ code, node, numerator, denominator, evidence }: Stated): Happening => ({
  at: instantOf(DAY, '09:20'),
  key: `index value ${code} ${node}`,
  run: async (stage) => {
    const claim = { code, node, unitId: CITY, period: '2025', numerator, denominator, evidence };
    await stage.call(claimIndexValue, claim, coordinatorOf(CITY));
  },
});

const decides = ({ code, node, decision, reason }: Stated): Happening[] =>
  decision
    ? [
        {
          at: instantOf(DECIDED, '10:05'),
          key: `index value decided ${code} ${node}`,
          run: async (stage) => {
            const about = {
              code,
              node,
              unitId: CITY,
              period: '2025',
              decision,
              ...(reason ? { reason } : {}),
            };
            await stage.call(decideIndexValue, about, people.office);
          },
        },
      ]
    : [];

export const indexValueHappenings = (): Happening[] => [...stated.map(claims), ...stated.flatMap(decides)];
