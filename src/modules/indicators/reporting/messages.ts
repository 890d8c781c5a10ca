import { defineMessages } from '../../../kit/i18n.ts';

export const messages = defineMessages(
  {
    kinds: {
      session: 'Báo cáo phiên họp',
      month: 'Báo cáo tháng',
      quarter: 'Báo cáo quý',
      half: 'Báo cáo 6 tháng',
      nineMonths: 'Báo cáo 9 tháng',
      year: 'Báo cáo năm',
    },
    title: (period: string, about: string) => `Báo cáo kết quả thực hiện ${period}: ${about}`,
    paper: {
      all: 'toàn bộ nhiệm vụ được xem',
      noFigure: (top: string, bottom: string) => `chưa tính được (${top}/${bottom})`,
      missing: 'chưa có nguồn số liệu',
      rate: (rate: string, top: string, bottom: string) => `${rate} (${top}/${bottom})`,
      rose: (points: string, from: string, to: string) =>
        `tăng ${points} điểm phần trăm, từ ${from} lên ${to}`,
      fell: (points: string, from: string, to: string) =>
        `giảm ${points} điểm phần trăm, từ ${from} còn ${to}`,
      stood: (to: string) => `không đổi, ${to}`,
      first: (to: string) => `${to}; kỳ trước chưa có bản ghi để so`,
      figure: 'Chỉ số',
      rule: 'Cách tính',
      now: (day: string) => `Đến ${day}`,
      before: (day: string) => `Đến ${day}`,
      difference: 'Khác (điểm)',
      agency: 'Cơ quan',
      month: 'Tháng',
      source: 'Nguồn',
      label: 'Nội dung',
      printed: 'Số in',
      percent: 'Tỷ lệ in',
      states: {
        doneOnTime: 'Xong đúng hạn',
        doneLate: 'Xong quá hạn',
        inTerm: 'Trong hạn',
        overdue: 'Quá hạn',
        other: 'Khác',
      },
      tasks: 'nhiệm vụ',
      altBars: (title: string, n: number, most: string, least: string) =>
        `Biểu đồ thanh “${title}”, ${n} dòng. Cao nhất: ${most}. Thấp nhất: ${least}. Số liệu đầy đủ ở bảng bên dưới.`,
      altStates: (title: string, n: number, worst: string) =>
        `Biểu đồ thanh chồng “${title}”, ${n} cơ quan theo tình trạng nhiệm vụ. Nhiều việc quá hạn nhất: ${worst}.`,
      altLine: (title: string, first: string, last: string) =>
        `Biểu đồ đường “${title}”, từ ${first} đến ${last}.`,
      onlyFirst: (n: string, all: string) => `Biểu đồ nêu ${n} cơ quan nhiều việc nhất trong ${all}.`,
      points: 'Điểm đã biết',
      most: 'Tối đa',
      open: 'Chưa rõ nguồn',
      range: 'Khoảng 95 %',
      indexNote: (index: string, version: string) =>
        `Bộ chỉ số ${index}, phiên bản ${version}; phần chưa rõ nguồn không được đoán.`,
      indexPeriod: (period: string) => `Điểm của ${period}.`,
      indexYear: (period: string) =>
        `Phiên họp không có kỳ chấm điểm riêng: điểm của ${period}, tính đến ngày của báo cáo.`,
      indexStated: (year: string) =>
        `Giá trị đơn vị tự khai chỉ có theo năm ${year}, không chia được cho kỳ này; các chỉ số còn lại là của kỳ.`,
      none: 'không có',
      counts: 'Tử số / mẫu số',
      version: (rule: string, version: string) => `${rule} (phiên bản ${version})`,
      asOf: (period: string, day: string) => `Kỳ báo cáo: ${period}; số liệu đến hết ngày ${day}.`,
      typedNote: 'Số in nghiêng có dấu * do người soạn gõ vào, không lấy từ chỉ số của hệ thống.',
      signer: 'Người ký đóng báo cáo',
      recipients: 'Như trên;\nLưu: VT.',
      draft: 'DỰ THẢO',
      checks: 'Kiểm tra tổng',
      sheets: { figures: 'Chỉ số', checks: 'Kiểm tra', text: 'Nội dung' },
    },
  },
  {
    kinds: {
      session: 'Session report',
      month: 'Monthly report',
      quarter: 'Quarterly report',
      half: 'Half-year report',
      nineMonths: 'Nine-month report',
      year: 'Annual report',
    },
    title: (period: string, about: string) => `Report on results, ${period}: ${about}`,
    paper: {
      all: 'all tasks that may be seen',
      noFigure: (top: string, bottom: string) => `not computable (${top}/${bottom})`,
      missing: 'no source yet',
      rate: (rate: string, top: string, bottom: string) => `${rate} (${top}/${bottom})`,
      rose: (points: string, from: string, to: string) => `rose by ${points} points, from ${from} to ${to}`,
      fell: (points: string, from: string, to: string) => `fell by ${points} points, from ${from} to ${to}`,
      stood: (to: string) => `unchanged, ${to}`,
      first: (to: string) => `${to}; nothing in the period before to compare with`,
      figure: 'Figure',
      rule: 'Rule',
      now: (day: string) => `As of ${day}`,
      before: (day: string) => `As of ${day}`,
      difference: 'Difference (points)',
      agency: 'Agency',
      month: 'Month',
      source: 'Source',
      label: 'What',
      printed: 'As printed',
      percent: 'Percentage printed',
      states: {
        doneOnTime: 'Done on time',
        doneLate: 'Done late',
        inTerm: 'In term',
        overdue: 'Overdue',
        other: 'Other',
      },
      tasks: 'tasks',
      altBars: (title: string, n: number, most: string, least: string) =>
        `Bar chart “${title}”, ${n} rows. Highest: ${most}. Lowest: ${least}. All values are in the table below.`,
      altStates: (title: string, n: number, worst: string) =>
        `Stacked bar chart “${title}”, ${n} agencies by state of tasks. Most overdue: ${worst}.`,
      altLine: (title: string, first: string, last: string) =>
        `Line chart “${title}”, from ${first} to ${last}.`,
      onlyFirst: (n: string, all: string) => `The chart shows the ${n} agencies with most tasks of ${all}.`,
      points: 'Known points',
      most: 'Maximum',
      open: 'Sources open',
      range: '95 % range',
      indexNote: (index: string, version: string) =>
        `Index ${index}, version ${version}; what the sources leave open is not guessed.`,
      indexPeriod: (period) => `Points of the ${period}.`,
      indexYear: (period) =>
        `A session has no period of its own for points: those of the ${period}, as of the day of the report.`,
      indexStated: (year) =>
        `Values that units state exist for the year ${year} only and cannot be told for this period; the other indicators are of the period.`,
      none: 'none',
      counts: 'Numerator / denominator',
      version: (rule: string, version: string) => `${rule} (version ${version})`,
      asOf: (period: string, day: string) => `Period: ${period}; figures as of the end of ${day}.`,
      typedNote: 'Numbers in italics with * were typed by the author and come from no figure of the system.',
      signer: 'Frozen and signed by',
      recipients: 'As above;\nFile.',
      draft: 'DRAFT',
      checks: 'Total check',
      sheets: { figures: 'Figures', checks: 'Checks', text: 'Text' },
    },
  },
);

export type Words = (typeof messages)['vi']['paper'];
