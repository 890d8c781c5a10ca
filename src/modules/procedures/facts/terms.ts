/**
 * The dictionary of data: one identity for each datum in all procedures. A term is a datum and the role of the one it is
 * about, `person.fullName@child`; a form asks for a term once.
 */
import type { FormField, Words } from '../rules/model.ts';

interface Datum {
  name: Words;
  type: FormField['type'];
  maxLength?: number;
  notAfterToday?: boolean;
  fromAccount?: NonNullable<FormField['fromAccount']>;
  options?: FormField['options'];
}

const w = (vi: string, en: string): Words => ({ vi, en });
const option = (value: string, vi: string, en: string) => ({ value, label: w(vi, en) });

export const sexes = [option('female', 'Nữ', 'Female'), option('male', 'Nam', 'Male')];

/** What is known of a person, a place, a business, a case: what procedures ask for. */
export const data = {
  'person.fullName': {
    name: w('Họ, chữ đệm, tên', 'Full name'),
    type: 'text',
    maxLength: 120,
    fromAccount: 'fullName',
  },
  'person.personalId': {
    name: w('Số định danh cá nhân', 'Personal identification number'),
    type: 'personalId',
    fromAccount: 'personalId',
  },
  'person.birthDay': {
    name: w('Ngày sinh', 'Date of birth'),
    type: 'day',
    notAfterToday: true,
    fromAccount: 'birthDay',
  },
  'person.sex': { name: w('Giới tính', 'Sex'), type: 'choice', options: sexes, fromAccount: 'sex' },
  'person.ethnicity': { name: w('Dân tộc', 'Ethnicity'), type: 'text', maxLength: 60 },
  'person.nationality': { name: w('Quốc tịch', 'Nationality'), type: 'text', maxLength: 60 },
  'person.homeTown': { name: w('Quê quán', 'Native place'), type: 'text', maxLength: 200 },
  'person.residence': {
    name: w('Xã, phường, đặc khu cư trú', 'Commune, ward or special zone of residence'),
    type: 'place',
    fromAccount: 'residence',
  },
  'person.address': {
    name: w('Địa chỉ cư trú (số nhà, đường, thôn)', 'Address (number, street, village)'),
    type: 'text',
  },
  'person.phone': { name: w('Số điện thoại', 'Telephone'), type: 'phone', fromAccount: 'phone' },
  'person.email': { name: w('Thư điện tử', 'E-mail'), type: 'email', fromAccount: 'email' },
  'person.birthPlace': { name: w('Nơi sinh', 'Place of birth'), type: 'text' },
  'person.marriageCount': { name: w('Kết hôn lần thứ mấy', 'Which marriage it is'), type: 'number' },
  'person.deathDay': { name: w('Ngày chết', 'Day of death'), type: 'day', notAfterToday: true },
  'person.deathHour': { name: w('Giờ, phút chết', 'Hour and minute of death'), type: 'text', maxLength: 20 },
  'person.deathPlace': { name: w('Nơi chết', 'Place of death'), type: 'text' },
  'person.deathCause': { name: w('Nguyên nhân chết', 'Cause of death'), type: 'text' },
  'person.bankAccount': {
    name: w('Tài khoản nhận trợ cấp', 'Account for payments'),
    type: 'text',
    maxLength: 100,
  },
  'birth.proof': {
    name: w('Số Giấy chứng sinh', 'Number of the certificate of live birth'),
    type: 'text',
    maxLength: 60,
  },
  'residence.headName': {
    name: w('Họ tên chủ hộ', 'Name of the head of the household'),
    type: 'text',
    maxLength: 120,
  },
  'residence.headId': {
    name: w('Số định danh của chủ hộ', 'Personal number of the head of the household'),
    type: 'personalId',
  },
  'health.clinic': {
    name: w('Nơi đăng ký khám bệnh, chữa bệnh ban đầu', 'Clinic of first registration'),
    type: 'text',
  },
  'business.name': {
    name: w('Tên hộ kinh doanh', 'Name of the household business'),
    type: 'text',
    maxLength: 200,
  },
  'business.commune': { name: w('Xã, phường, đặc khu đặt trụ sở', 'Commune of the seat'), type: 'place' },
  'business.address': { name: w('Địa chỉ trụ sở', 'Address of the seat'), type: 'text' },
  'business.activity': { name: w('Ngành, nghề kinh doanh chính', 'Main line of business'), type: 'text' },
  'business.capital': { name: w('Vốn kinh doanh', 'Capital'), type: 'money' },
  'business.startDay': { name: w('Ngày bắt đầu hoạt động', 'First day of business'), type: 'day' },
  'business.workers': { name: w('Số lao động dự kiến', 'Expected number of workers'), type: 'number' },
  'land.commune': { name: w('Xã, phường, đặc khu có thửa đất', 'Commune of the plot'), type: 'place' },
  'land.address': { name: w('Địa chỉ thửa đất', 'Address of the plot'), type: 'text' },
  'land.sheet': { name: w('Tờ bản đồ số', 'Map sheet number'), type: 'text', maxLength: 20 },
  'land.plot': { name: w('Thửa đất số', 'Plot number'), type: 'text', maxLength: 20 },
  'land.area': { name: w('Diện tích (m²)', 'Area (m²)'), type: 'number' },
  'land.useFrom': { name: w('Sử dụng từ ngày', 'Used since'), type: 'day', notAfterToday: true },
  'land.certificate': {
    name: w('Số Giấy chứng nhận quyền sử dụng đất', 'Number of the land certificate'),
    type: 'text',
    maxLength: 40,
  },
  'work.floors': { name: w('Số tầng', 'Number of floors'), type: 'number' },
  'work.floorArea': { name: w('Tổng diện tích sàn (m²)', 'Total floor area (m²)'), type: 'number' },
  'work.height': { name: w('Chiều cao công trình (m)', 'Height (m)'), type: 'number' },
  'paper.name': { name: w('Tên giấy tờ, văn bản', 'Name of the paper'), type: 'text' },
  'paper.number': { name: w('Số, ký hiệu giấy tờ', 'Number of the paper'), type: 'text', maxLength: 100 },
  'paper.issuer': { name: w('Cơ quan cấp', 'Issued by'), type: 'text' },
  'paper.issuedOn': { name: w('Ngày cấp', 'Day of issue'), type: 'day', notAfterToday: true },
  'case.copies': { name: w('Số bản cần cấp', 'Number of copies'), type: 'number' },
  'case.pages': { name: w('Số trang của mỗi bản', 'Pages of each copy'), type: 'number' },
  'case.request': { name: w('Nội dung đề nghị', 'What is asked for'), type: 'longText' },
  'case.purpose': { name: w('Mục đích sử dụng', 'Purpose'), type: 'text' },
  'case.choice': { name: w('Trường hợp', 'Case'), type: 'choice' },
  'case.question': { name: w('Câu hỏi', 'Question'), type: 'yesNo' },
} satisfies Record<string, Datum>;

export type DatumKey = keyof typeof data;

/** The one a datum is about; only the applicant's own data come from sign-in. */
export const roles = {
  applicant: w('người nộp hồ sơ', 'applicant'),
  child: w('trẻ', 'child'),
  father: w('cha', 'father'),
  mother: w('mẹ', 'mother'),
  partner: w('người kết hôn với người nộp hồ sơ', 'the person whom the applicant marries'),
  deceased: w('người chết', 'deceased'),
  subject: w('người được cấp giấy', 'person whom the paper is about'),
  beneficiary: w('người hưởng trợ cấp', 'beneficiary'),
  household: w('hộ gia đình', 'household'),
} satisfies Record<string, Words>;

export type RoleKey = keyof typeof roles;

/** The identity of a datum about somebody; a datum that is about the case itself has no role. */
export const term = (datum: DatumKey, role?: RoleKey | (string & {})): string =>
  role ? `${datum}@${role}` : datum;

/** What the dictionary says of a datum. */
export const datumOf = (datum: DatumKey): Datum => data[datum];
