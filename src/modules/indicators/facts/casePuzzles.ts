/** Questions about published figures of cases, procedures and services. */
import type { Puzzle } from './puzzle.ts';

export const casePuzzles: Readonly<Record<string, Puzzle>> = {
  'ha-noi-hai-thang': {
    title: {
      vi: 'Hà Nội: 523.292 hồ sơ tiếp nhận, 413.036 đã giải quyết, 97,39 % đúng hạn',
      en: 'Hanoi: 523,292 cases received, 413,036 handled, 97.39 % on time',
    },
    question: {
      vi: '97,39 % của số tiếp nhận hay của số đã giải quyết?',
      en: '97.39 % of the received or of the handled?',
    },
    answer: [
      {
        vi: 'Chỉ có thể là của số đã giải quyết. 97,39 % của 523.292 là hơn 509.600 hồ sơ, nhiều hơn toàn bộ số đã giải quyết; 97,39 % của 413.036 là từ 402.236 đến 402.276 hồ sơ (nếu làm tròn).',
        en: 'It can only be of the handled. 97.39 % of 523,292 is more than 509,600 cases, more than all that were handled; 97.39 % of 413,036 is 402,236 to 402,276 cases (if rounded).',
      },
      {
        vi: '110.256 hồ sơ chưa giải quyết không nằm trong mẫu số đó, kể cả hồ sơ đã quá hạn. Nếu tất cả đều quá hạn, tỷ lệ đúng hạn chỉ còn khoảng 76,9 %; bản tin không cho biết bao nhiêu.',
        en: 'The 110,256 cases not yet handled are not in that base, those overdue included. Were all of them overdue, only some 76.9 % would be on time; the news does not say how many were.',
      },
      {
        vi: 'Hệ thống này mặc định chia cho số đã đóng cộng số còn mở đã quá hạn: một hồ sơ chậm được tính dù đã đóng hay chưa.',
        en: 'This system divides by the closed and the open overdue by default: a late case counts whether it is closed or not.',
      },
    ],
    related: ['hue-quy-3', 'hue-ngay-dau'],
    shares: [
      {
        name: { vi: 'Đã giải quyết trên số tiếp nhận', en: 'Handled, of the received' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
    ],
    within: { '97,39 %': 1 },
  },
  '2307-thu-tuc': {
    title: {
      vi: '2.307 thủ tục = 1.856 + 436 + 15 không ai gọi tên',
      en: '2,307 procedures = 1,856 + 436 + 15 that nobody names',
    },
    question: {
      vi: '1.856 cấp sở và 436 cấp xã là 2.292. 15 thủ tục còn lại ở đâu?',
      en: '1,856 of departments and 436 of communes are 2,292. Where are the other 15?',
    },
    answer: [
      {
        vi: 'Bản tin viết “trong đó”, nên hai phần không nhất thiết cộng đủ: 15 thủ tục có thể thuộc cơ quan khác (đơn vị ngành dọc, ban quản lý), hoặc do nhiều cấp cùng giải quyết. Không có danh mục kèm theo nên không biết được.',
        en: 'The news says “of which”, so the two parts need not add up: the 15 may belong to other bodies (branches of ministries, boards) or to several levels at once. Without the list one cannot know.',
      },
      {
        vi: 'Trong danh mục của hệ thống mỗi thủ tục có đúng một tập thẩm quyền theo ngày; tổng theo cấp và phần dùng chung được in cạnh nhau.',
        en: 'In the catalogue of this system each procedure has one dated set of competence; the sums by level and what is shared are printed side by side.',
      },
    ],
    related: ['33-nhiem-vu-cham'],
    shares: [
      {
        name: { vi: 'Cấp sở trên tổng số', en: 'Departments, of all' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
      {
        name: { vi: 'Cấp xã trên tổng số', en: 'Communes, of all' },
        numerator: [2],
        denominator: [0],
        use: 'system',
      },
      {
        name: { vi: 'Không nêu cấp, trên tổng số', en: 'Level not named, of all' },
        numerator: [3],
        denominator: [0],
        use: 'other',
      },
    ],
  },
  'hue-ngay-dau': {
    title: {
      vi: 'Huế, ngày đầu tiên: 526 tiếp nhận, 126 đã giải quyết; nơi tốt nhất 11 trên 12',
      en: 'Huế, the first day: 526 received, 126 handled; the best 11 of 12',
    },
    question: {
      vi: '126 trên 526 là 24 %: chậm? Và xã nào dẫn đầu, khi hai xã cùng 11 trên 12?',
      en: '126 of 526 is 24 %: slow? And who leads, when two communes have 11 of 12 each?',
    },
    answer: [
      {
        vi: 'Không chậm: đó là sáng ngày 01/7/2025, hầu hết hồ sơ còn trong hạn. 24,0 % là phần đã giải quyết trên số tiếp nhận, không phải tỷ lệ đúng hạn.',
        en: 'Not slow: it was the morning of 1 July 2025 and nearly all cases were in term. 24.0 % is what was handled of the received, not a rate of being on time.',
      },
      {
        vi: 'Hương An và Phong Thái bằng nhau. Với 12 hồ sơ, 91,7 % chỉ có nghĩa là giữa 64,6 % và 98,5 % (khoảng Wilson 95 %): một hồ sơ nữa chưa xong là còn 83 %.',
        en: 'Hương An and Phong Thái are equal. With 12 cases, 91.7 % only means between 64.6 % and 98.5 % (Wilson interval, 95 %): one more open case and it is 83 %.',
      },
      {
        vi: 'Bảng xếp hạng của hệ thống in khoảng đó, để đồng hạng là đồng hạng, và không xếp đơn vị có quá ít hồ sơ.',
        en: 'The rankings of this system print that interval, leave a tie a tie, and do not rank units with too few cases.',
      },
    ],
    related: ['ha-noi-hai-thang', '12-tren-16'],
    shares: [
      {
        name: {
          vi: 'Đã giải quyết trên số tiếp nhận, 40 trung tâm',
          en: 'Handled, of the received, 40 centres',
        },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
      { name: { vi: 'Hương An', en: 'Hương An' }, numerator: [4], denominator: [3], use: 'system' },
      { name: { vi: 'Phong Thái', en: 'Phong Thái' }, numerator: [6], denominator: [5], use: 'system' },
      {
        name: {
          vi: 'Quảng Điền: tiếp nhận nhiều nhất, trên tổng số',
          en: 'Quảng Điền: received most, of all',
        },
        numerator: [2],
        denominator: [0],
        use: 'other',
      },
    ],
  },
  '12-tren-16': {
    title: { vi: '12 trên 16 dịch vụ dữ liệu đã kết nối', en: '12 of 16 data services connected' },
    question: {
      vi: '75 %, hay bốn dịch vụ còn thiếu? Và 16 là của ai?',
      en: '75 %, or four that are missing? And whose 16?',
    },
    answer: [
      {
        vi: 'Bản tin không in tỷ lệ. 12/16 là 75,0 %, nhưng đây là danh mục đếm hết chứ không phải mẫu: điều cần biết là bốn dịch vụ nào chưa kết nối và vì sao.',
        en: 'The news prints no percentage. 12/16 is 75.0 %, but this is a full list and no sample: what matters is which four are not connected, and why.',
      },
      {
        vi: 'Bản tin không nói 16 là của thành phố hay của nền tảng quốc gia. Dù là của ai, có thêm một dịch vụ thì tỷ lệ giảm dù không mất kết nối nào; vì vậy hệ thống luôn in ngày và cả hai số đếm.',
        en: 'The news does not say whether the 16 are of the city or those of the national platform. Either way one more service lowers the share although no connection was lost; so this system always prints the day and both counts.',
      },
    ],
    related: ['hue-ngay-dau'],
    shares: [
      {
        name: { vi: 'Đã kết nối trên số dịch vụ có', en: 'Connected, of the services there are' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
    ],
  },
  'hue-s-98-9': {
    title: {
      vi: 'Hue-S: 177.000 phản ánh, 121.000 đã xác minh, xử lý, “98,9 %”',
      en: 'Hue-S: 177,000 reports, 121,000 verified and handled, “98.9 %”',
    },
    question: {
      vi: '121.000 trên 177.000 là 68,4 %. 98,9 % của cái gì?',
      en: '121,000 of 177,000 is 68.4 %. 98.9 % of what?',
    },
    answer: [
      {
        vi: 'Không phép chia nào của hai số in ra cho 98,9 %. Nếu tử số là 121.000 thì mẫu số phải từ 122.284 đến 122.407: khoảng 54.600 phản ánh đã bị để ngoài mà không nói vì sao (không xác minh được, trùng, ngoài phạm vi?).',
        en: 'No division of the two printed counts gives 98.9 %. If the numerator is 121,000, the base must be 122,284 to 122,407: some 54,600 reports were left out without saying why (not verifiable, duplicates, out of scope?).',
      },
      {
        vi: 'Số in đã được làm tròn đến hàng nghìn, nên các khoảng trên chỉ là gần đúng. Hệ thống này không bỏ bản ghi nào mà không nêu lý do: phần không tính có danh sách và lý do bên cạnh tỷ lệ.',
        en: 'The printed counts are rounded to thousands, so these bounds are near values only. This system leaves no record out without a reason: what is not counted is listed with it beside the rate.',
      },
    ],
    related: ['hue-quy-3'],
    shares: [
      {
        name: { vi: 'Đã xác minh, xử lý trên tổng số', en: 'Verified and handled, of all' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
    ],
  },
};
