import type { Text } from '../../../../kit/i18n.ts';
import { both } from './shape.ts';

/** A ranking as an outside body published it; `numerator` is absent where only the denominator was printed. */
export interface PublishedRanking {
  code: string;
  title: Text;
  source: string;
  asOf: string;
  total: { units: number; numerator: number; denominator: number };
  rows: readonly { name: string; numerator?: number; denominator: number }[];
  lessons: readonly Text[];
}

export const publishedRankings: readonly PublishedRanking[] = [
  {
    code: 'hue-01-07-2025',
    title: both('Buổi sáng đầu tiên ở Huế, 01/07/2025', 'The first morning in Huế, 1 July 2025'),
    source:
      'Số liệu theo dõi sáng 01/07/2025 của 40 trung tâm phục vụ hành chính công cấp xã, thành phố Huế (bản tin về Nghị quyết 57)',
    asOf: '2025-07-01',
    total: { units: 40, numerator: 126, denominator: 526 },
    rows: [
      { name: 'Xã Quảng Điền', denominator: 83 },
      { name: 'Phường Hương An', numerator: 11, denominator: 12 },
      { name: 'Phường Phong Thái', numerator: 11, denominator: 12 },
    ],
    lessons: [
      both(
        'Hai đơn vị cùng 11/12 là đồng hạng: bản tin nêu cả hai, không thể có hạng nhất và hạng nhì.',
        'Two units with 11 of 12 are a tie: the news names both, and there is no first and second among them.',
      ),
      both(
        'Với 12 hồ sơ, tỷ lệ thật ở mức tin cậy 95 % nằm đâu đó từ 64,6 đến 98,5 %: một hồ sơ nữa không xong là 84,6 %.',
        'With 12 dossiers the true share lies anywhere from 64.6 to 98.5 % at 95 %: one more unhandled dossier makes it 84.6 %.',
      ),
      both(
        'Quảng Điền nhận nhiều nhất, 83 hồ sơ; bản tin không cho biết đã xử lý bao nhiêu, nên không xếp hạng được.',
        'Quảng Điền received most, 83 dossiers; the news does not say how many it handled, so it has no place.',
      ),
      both(
        '“Tỷ lệ xử lý” của một buổi sáng không phải “đúng hạn”: hồ sơ chưa xong vẫn còn trong hạn.',
        'The share handled within one morning is not “on time”: what was not finished was still in time.',
      ),
    ],
  },
];
