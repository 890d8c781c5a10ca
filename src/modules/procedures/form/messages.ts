import { defineMessages, type Text } from '../../../kit/i18n.ts';

/** Texts of forms: what is wrong and how to put it right, where a value comes from, how far one is. */
export const formMessages = defineMessages(
  {
    required: (label: string) => `Chưa nhập “${label}”. Mục này bắt buộc.`,
    choose: (label: string) => `Chưa chọn “${label}”. Chọn một mục.`,
    personalId: 'Số định danh cá nhân phải có đúng 12 chữ số. Xem số trên thẻ căn cước hoặc trong VNeID.',
    phone: 'Số điện thoại không đúng. Nhập 10 hoặc 11 chữ số bắt đầu bằng 0, ví dụ 0912 345 678.',
    email: 'Địa chỉ thư điện tử không đúng. Nhập theo dạng ten@vidu.vn.',
    day: 'Không có ngày này. Nhập theo dạng ngày/tháng/năm, ví dụ 30/06/2025.',
    dayFuture: 'Ngày này chưa tới. Nhập ngày hôm nay hoặc trước đó.',
    number: 'Không phải là số. Nhập bằng chữ số, ví dụ 1.234,5.',
    money: 'Số tiền phải là số nguyên đồng, không âm, ví dụ 150.000.',
    atLeast: (limit: string) => `Số nhỏ quá. Nhập từ ${limit} trở lên.`,
    atMost: (limit: string) => `Số lớn quá. Nhập không quá ${limit}.`,
    tooLong: (limit: string) => `Dài quá. Rút lại còn nhiều nhất ${limit} ký tự.`,
    option: 'Lựa chọn này không có trong danh sách. Chọn lại một mục.',
    yesNo: 'Chọn “Có” hoặc “Không”.',
    place: 'Chưa chọn xã, phường, đặc khu. Gõ tên rồi chọn trong danh sách.',
    unit: 'Chưa chọn cơ quan. Gõ tên rồi chọn trong danh sách.',
    text: 'Nhập bằng chữ.',
    condition: {
      shape:
        'Điều kiện không đúng cấu trúc JSON Logic. Viết một phép so sánh giữa một trường và một giá trị.',
      operator: (name: string) =>
        `Không dùng được phép “${name}”. Chỉ dùng and, or, !, !!, ==, !=, ===, !==, <, <=, >, >=, in.`,
      field: (key: string) => `Điều kiện nhắc tới trường “${key}” nhưng biểu mẫu không có. Sửa tên trường.`,
      later: (key: string) =>
        `Điều kiện nhắc tới trường “${key}” đứng sau hoặc chính là trường này. Chuyển trường đó lên trước.`,
      compare: (key: string) => `Trường “${key}” không phải là số nên không so lớn, nhỏ được.`,
      value: (key: string, value: string) =>
        `Trường “${key}” không bao giờ có giá trị ${value}. Chọn một giá trị của trường.`,
    },
    form: {
      duplicateKey: (key: string) => `Hai trường cùng có khóa “${key}”. Đổi khóa của một trường.`,
      duplicateSection: (key: string) => `Hai phần cùng có khóa “${key}”. Đổi khóa của một phần.`,
      duplicateTerm: (term: string) =>
        `Dữ liệu “${term}” được hỏi hai lần. Bỏ một trường, hoặc nêu vai khác sau dấu @.`,
      badKey: (key: string) =>
        `Khóa “${key}” không hợp lệ. Bắt đầu bằng chữ thường không dấu, chỉ gồm chữ và số.`,
      labelMissing: (key: string) => `Trường “${key}” thiếu nhãn. Viết nhãn tiếng Việt và tiếng Anh.`,
      termMissing: (key: string) => `Trường “${key}” chưa gắn với từ điển dữ liệu. Chọn một thuật ngữ.`,
      optionsMissing: (key: string) => `Trường “${key}” cần ít nhất hai lựa chọn.`,
      duplicateOption: (key: string, value: string) =>
        `Trường “${key}” có hai lựa chọn cùng giá trị “${value}”. Bỏ một lựa chọn.`,
      sectionEmpty: (key: string) => `Phần “${key}” không có trường nào. Thêm trường hoặc bỏ phần này.`,
    },
    view: {
      progress: (done: number, all: number) => `Đã điền ${done} trên ${all} mục bắt buộc`,
      section: (number: number, all: number) => `Phần ${number}/${all}`,
      optional: 'không bắt buộc',
      yes: 'Có',
      no: 'Không',
      choose: 'Chọn…',
      continue: 'Tiếp tục',
      continueHint: 'Bấm để hiện những mục cần thêm theo câu trả lời ở trên.',
      dong: 'đồng',
      empty: 'Chưa có',
      account: (at: string) => `Lấy từ tài khoản định danh lúc ${at}. Không sửa ở đây.`,
      earlier: (code: string, at: string) => `Lấy từ hồ sơ ${code}, ghi lúc ${at}. Sửa được nếu đã khác.`,
      database: (name: string, at: string) => `Lấy từ ${name} lúc ${at}. Không sửa ở đây.`,
    },
  },
  {
    required: (label) => `“${label}” is missing. It is required.`,
    choose: (label) => `“${label}” is not chosen. Choose one.`,
    personalId:
      'A personal identification number has exactly 12 digits. It is on the identity card and in VNeID.',
    phone: 'Not a telephone number. Type 10 or 11 digits that begin with 0, such as 0912 345 678.',
    email: 'Not an e-mail address. Write it like name@example.vn.',
    day: 'There is no such day. Write day/month/year, such as 30/06/2025.',
    dayFuture: 'This day has not come yet. Type today or an earlier day.',
    number: 'Not a number. Use digits, such as 1.234,5.',
    money: 'A sum is a whole number of đồng, not negative, such as 150.000.',
    atLeast: (limit) => `Too small. Type ${limit} or more.`,
    atMost: (limit) => `Too large. Type ${limit} or less.`,
    tooLong: (limit) => `Too long. Shorten it to ${limit} characters.`,
    option: 'This choice is not on the list. Choose again.',
    yesNo: 'Choose “Yes” or “No”.',
    place: 'No commune, ward or special zone chosen. Type its name, then choose from the list.',
    unit: 'No agency chosen. Type its name, then choose from the list.',
    text: 'Write it as text.',
    condition: {
      shape: 'The condition is not JSON Logic of the kind used here. Compare one field with one value.',
      operator: (name) =>
        `The operator “${name}” cannot be used. Use and, or, !, !!, ==, !=, ===, !==, <, <=, >, >=, in.`,
      field: (key) => `The condition names a field “${key}” that the form does not have. Correct the name.`,
      later: (key) =>
        `The condition names the field “${key}”, which stands later or is the field itself. Move it up.`,
      compare: (key) => `The field “${key}” is no number, so it cannot be larger or smaller.`,
      value: (key, value) => `The field “${key}” never has the value ${value}. Choose one it can have.`,
    },
    form: {
      duplicateKey: (key) => `Two fields have the key “${key}”. Change one.`,
      duplicateSection: (key) => `Two sections have the key “${key}”. Change one.`,
      duplicateTerm: (term) =>
        `The datum “${term}” is asked twice. Drop one field, or name another role after @.`,
      badKey: (key) => `“${key}” is no key. Begin with a small letter; use letters and digits only.`,
      labelMissing: (key) => `The field “${key}” has no label. Write one in Vietnamese and English.`,
      termMissing: (key) => `The field “${key}” has no dictionary term. Choose one.`,
      optionsMissing: (key) => `The field “${key}” needs two choices at least.`,
      duplicateOption: (key, value) =>
        `The field “${key}” has two choices with the value “${value}”. Drop one.`,
      sectionEmpty: (key) => `The section “${key}” has no fields. Add some or drop it.`,
    },
    view: {
      progress: (done, all) => `${done} of ${all} required entries filled in`,
      section: (number, all) => `Part ${number}/${all}`,
      optional: 'optional',
      yes: 'Yes',
      no: 'No',
      choose: 'Choose…',
      continue: 'Continue',
      continueHint: 'Shows what else is asked after the answers above.',
      dong: 'đồng',
      empty: 'None yet',
      account: (at) => `From your electronic identity at ${at}. Not changed here.`,
      earlier: (code, at) => `From case ${code}, entered at ${at}. Change it if it differs now.`,
      database: (name, at) => `From ${name} at ${at}. Not changed here.`,
    },
  },
);

type FormTexts = (typeof formMessages)['vi'];

/** The same sentence in both languages. */
export const inBoth = (say: (text: FormTexts) => string): Text => ({
  vi: say(formMessages.vi),
  en: say(formMessages.en),
});
