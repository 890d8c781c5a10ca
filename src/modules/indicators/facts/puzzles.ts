/** What is asked about published figures, and what the reading shows. The numbers themselves are computed beside it. */
import { casePuzzles } from './casePuzzles.ts';
import type { Puzzle } from './puzzle.ts';

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
  ...casePuzzles,
};
