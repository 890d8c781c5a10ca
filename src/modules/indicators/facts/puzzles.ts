/** What is asked about published figures, and what the reading shows. The numbers themselves are computed beside it. */
import type { Text } from '../../../kit/i18n.ts';

/** One way to read a published figure: two of its counts by their place in the list, added up where several are named. */
export interface ShareOf {
  name: Text;
  numerator: readonly number[];
  denominator: readonly number[];
  /** system: how this system would report it; printed: what was printed; other: a reading to be told apart. */
  use: 'system' | 'printed' | 'other';
}

export interface Puzzle {
  title: Text;
  question: Text;
  answer: Text[];
  related: string[];
  shares?: readonly ShareOf[];
  /** For a printed percentage without its own count: the place of the count it must be part of. */
  within?: Readonly<Record<string, number>>;
}

export const puzzles: Readonly<Record<string, Puzzle>> = {
  '944-nhiem-vu': {
    title: {
      vi: '944 nhiệm vụ, 370 hoàn thành, 176 “trong hạn”, 67 %',
      en: '944 tasks, 370 completed, 176 “in term”, 67 %',
    },
    question: {
      vi: '67 % của cái gì? 370 trên 944 chỉ là 39,2 %.',
      en: '67 % of what? 370 of 944 is only 39.2 %.',
    },
    answer: [
      {
        vi: 'Chỉ một cách đọc cho ra 67 %: số hoàn thành chia cho số hoàn thành cộng số trong hạn, cắt bớt phần lẻ (67,76). Mẫu số đó bỏ qua 398 nhiệm vụ mà bản tin không gọi tên.',
        en: 'Only one reading gives 67 %: the completed, divided by the completed and those in term, with decimals cut (67.76). That base leaves out 398 tasks that the news names nowhere.',
      },
      {
        vi: '“176” nhiều khả năng là “trong hạn”, tức chưa đến hạn, không phải “đúng hạn”: nếu là đúng hạn trong số hoàn thành thì tỷ lệ phải là 47,6 %.',
        en: '“176” most likely means “trong hạn”, not yet due, rather than “on time”: on time among the completed would be 47.6 %.',
      },
      {
        vi: 'Hệ thống này không dùng cách đọc đó cho báo cáo của mình; tỷ lệ mặc định trên tổng số là 39,2 %.',
        en: 'This system does not offer that reading for reports of its own; of all tasks it is 39.2 %.',
      },
    ],
    related: ['1133-nhiem-vu'],
    shares: [
      {
        name: { vi: 'Hoàn thành trên tổng số', en: 'Completed, of all' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
      {
        name: {
          vi: 'Hoàn thành trên số hoàn thành và số trong hạn',
          en: 'Completed, of the completed and those in term',
        },
        numerator: [1],
        denominator: [1, 2],
        use: 'printed',
      },
      {
        name: {
          vi: '“176” hiểu là đúng hạn, trên số hoàn thành',
          en: '“176” taken for on time, of the completed',
        },
        numerator: [2],
        denominator: [1],
        use: 'other',
      },
    ],
  },
  '1133-nhiem-vu': {
    title: {
      vi: '1.133 nhiệm vụ, hoàn thành 53 %, một tháng trước con số 944',
      en: '1,133 tasks, 53 % completed, a month before the 944',
    },
    question: { vi: 'Số nhiệm vụ giảm 189 trong một tháng?', en: 'Did 189 tasks vanish within a month?' },
    answer: [
      {
        vi: 'Không. Đây là hai sổ theo dõi khác nhau (phía Đảng và phía Chính phủ), cùng dùng chữ “nhiệm vụ”. Không so sánh trực tiếp được nếu không có danh sách nhiệm vụ của cả hai.',
        en: 'No. These are two registers (Party side and Government side) that use one word, “tasks”. They cannot be compared without the list of tasks of both.',
      },
      {
        vi: 'Bản tin chỉ in tỷ lệ. Bảng bên dưới cho biết số nhiệm vụ hoàn thành có thể đứng sau tỷ lệ đó.',
        en: 'Only the percentage was printed. The table below gives the numbers of completed tasks that can stand behind it.',
      },
      {
        vi: 'Trong hệ thống này mỗi phạm vi có tên, và “Biến động số liệu” cho biết nhiệm vụ nào vào, ra giữa hai ngày theo văn bản nào.',
        en: 'In this system each scope has a name, and the log of changes says which task entered or left between two days, under which document.',
      },
    ],
    related: ['944-nhiem-vu'],
  },
  'hue-quy-3': {
    title: {
      vi: 'Huế: 113 trên 139, in 81,2 %; 102 đúng hạn là 90,3 % hay 73,4 %?',
      en: 'Huế: 113 of 139, printed 81.2 %; are 102 on time 90.3 % or 73.4 %?',
    },
    question: {
      vi: '113/139 = 81,29 %, vì sao in 81,2? Và 102 đúng hạn trên số nào?',
      en: '113/139 = 81.29 %, so why 81.2? And 102 on time, of what?',
    },
    answer: [
      {
        vi: '81,2 % là phần lẻ bị cắt, không làm tròn; làm tròn một chữ số là 81,3 %.',
        en: '81.2 % is cut, not rounded; rounded to one decimal it is 81.3 %.',
      },
      {
        vi: '102 là 90,3 % của 113 nhiệm vụ đã hoàn thành và 73,4 % của 139 nhiệm vụ. Cả hai đúng, tên khác nhau; hệ thống luôn in tên cách tính và cả hai số đếm.',
        en: '102 is 90.3 % of the 113 completed and 73.4 % of all 139. Both are right and have different names; this system always prints the name of the form and both counts.',
      },
    ],
    related: ['vpcp-2017'],
    shares: [
      {
        name: { vi: 'Hoàn thành trên tổng số', en: 'Completed, of all' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
      {
        name: { vi: 'Đúng hạn trên số hoàn thành', en: 'On time, of the completed' },
        numerator: [2],
        denominator: [1],
        use: 'printed',
      },
      {
        name: { vi: 'Đúng hạn trên tổng số', en: 'On time, of all' },
        numerator: [2],
        denominator: [0],
        use: 'printed',
      },
    ],
  },
  '9831-nhiem-vu': {
    title: {
      vi: '9.831 nhiệm vụ mà các phần chỉ cộng được 9.813',
      en: '9,831 tasks whose parts add up to 9,813',
    },
    question: { vi: '18 nhiệm vụ ở đâu?', en: 'Where are the 18 tasks?' },
    answer: [
      {
        vi: 'Kiểm tra tổng thất bại. Số “trong hạn” in 1.602, nhưng tỷ lệ 16,47 % in bên cạnh chỉ khớp 1.620: hai chữ số bị đảo, và được nhiều nơi chép lại.',
        en: 'The total check fails. “In term” is printed as 1,602, but the 16.47 % beside it fits only 1,620: two digits were swapped, and many outlets copied it.',
      },
      {
        vi: 'Báo cáo lập trong hệ thống này không đóng được khi các phần không cộng đúng, trừ khi người ký ghi rõ lý do.',
        en: 'A report of this system cannot be frozen while its parts do not add up, unless the signer states why.',
      },
    ],
    related: ['9831-bon-ngay-sau'],
    shares: [
      {
        name: { vi: 'Hoàn thành trên tổng số', en: 'Completed, of all' },
        numerator: [1],
        denominator: [0],
        use: 'system',
      },
      {
        name: { vi: 'Trong hạn trên tổng số, như in', en: 'In term, of all, as printed' },
        numerator: [2],
        denominator: [0],
        use: 'other',
      },
      {
        name: { vi: 'Quá hạn trên tổng số', en: 'Overdue, of all' },
        numerator: [3],
        denominator: [0],
        use: 'printed',
      },
    ],
  },
  '9831-bon-ngay-sau': {
    title: { vi: 'Bốn ngày sau: quá hạn từ 319 còn 61', en: 'Four days later: overdue from 319 to 61' },
    question: {
      vi: 'Các phần đã cộng đúng 9.831. Nhưng 258 nhiệm vụ quá hạn biến mất trong bốn ngày?',
      en: 'The parts now add up to 9,831. But did 258 overdue tasks vanish in four days?',
    },
    answer: [
      {
        vi: 'Số hoàn thành tăng 258 (7.892 lên 8.150), số trong hạn không đổi (1.620). Bản tin không cho biết do kết quả hay do lùi thời hạn.',
        en: 'The completed rose by 258 (7,892 to 8,150), those in term stayed (1,620). The news does not say whether by results or by postponement.',
      },
      {
        vi: 'Trang “Biến động số liệu” trả lời đúng câu hỏi này cho mọi tỷ lệ của hệ thống.',
        en: 'The log of changes answers exactly this for every rate of this system.',
      },
    ],
    related: ['9831-nhiem-vu'],
  },
  '33-nhiem-vu-cham': {
    title: {
      vi: '33 nhiệm vụ chậm, nhưng cộng theo cơ quan nhiều hơn',
      en: '33 late tasks, but the counts by agency add up to more',
    },
    question: {
      vi: '24 nhiệm vụ của tám bộ và ít nhất 11 của các địa phương là 35, không phải 33.',
      en: '24 of eight ministries and at least 11 of provinces are 35, not 33.',
    },
    answer: [
      {
        vi: '33 = 12 đã xong nhưng chậm + 21 chưa xong: cộng đúng, mỗi nhiệm vụ một lần. Cộng theo cơ quan thì nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.',
        en: '33 = 12 done late + 21 open: this adds up, each task once. By agency a task led by several counts once for each.',
      },
      {
        vi: 'Danh sách chậm của hệ thống in cả hai tổng và số nhiệm vụ dùng chung.',
        en: 'The late list of this system prints both totals and the number of shared tasks.',
      },
    ],
    related: ['944-nhiem-vu'],
  },
  'vpcp-2017': {
    title: { vi: '2017: 21.914 nhiệm vụ, hoàn thành 98,62 %', en: '2017: 21,914 tasks, 98.62 % completed' },
    question: {
      vi: '16.051 trên 21.914 là 73,2 %. 98,62 % từ đâu ra?',
      en: '16,051 of 21,914 is 73.2 %. Where does 98.62 % come from?',
    },
    answer: [
      {
        vi: 'Mẫu số là số đã hoàn thành cộng số quá hạn (16.274), cắt bớt phần lẻ. Nhiệm vụ còn trong hạn không được tính.',
        en: 'The base is the completed and the overdue (16,274), cut. Tasks in term are left out.',
      },
      {
        vi: '1,38 % quá hạn không phải một phép chia mà là 100 trừ 98,62; chia đúng là 1,37 %.',
        en: '1.38 % overdue is no division but 100 minus 98.62; divided it is 1.37 %.',
      },
    ],
    related: ['9831-nhiem-vu'],
  },
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
