import type { Text } from '../../../kit/i18n.ts';

const SHORTEST = 12;
const LONGEST = 200;

/** Words that people in Việt Nam and elsewhere begin their passwords with; compared without diacritics, case, digits and signs. */
const COMMON = [
  'matkhau',
  'matma',
  'anhyeuem',
  'emyeuanh',
  'yeuem',
  'yeuanh',
  'iloveyou',
  'vietnam',
  'vietnamvodich',
  'hanoi',
  'saigon',
  'tphcm',
  'hochiminh',
  'danang',
  'haiphong',
  'cantho',
  'hue',
  'chinhphu',
  'congvan',
  'vanphong',
  'quantri',
  'quantrivien',
  'lienthong',
  'nghiquyet',
  'giadinh',
  'conyeu',
  'maimaiyeuem',
  'tinhyeu',
  'xinchao',
  'khongbiet',
  'khongcomatkhau',
  'password',
  'passw0rd',
  'pass',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'changeme',
  'default',
  'secret',
  'login',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abc',
  'abcdef',
  'test',
  'user',
  'root',
  'superman',
  'dragon',
  'football',
  'monkey',
];
const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
];

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

const undisguised = (text: string): string =>
  text
    .replace(/[@4]/g, 'a')
    .replace(/[0]/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/[3]/g, 'e')
    .replace(/[5$]/g, 's')
    .replace(/[7]/g, 't');

/** Letters only, and a word said twice or more said once. */
function core(text: string): string {
  const letters = text.replace(/[^a-z]/g, '');
  return /^(.{3,}?)\1+$/.exec(letters)?.[1] ?? letters;
}

/** The years and exclamation marks that people hang on to a word. */
const withoutEnds = (text: string): string => text.replace(/^[^a-z@$]+|[^a-z]+$/g, '');

const isCommon = (text: string): boolean =>
  [core(text), core(undisguised(withoutEnds(text)))].some((c) => COMMON.includes(c));
const isRow = (text: string): boolean => ROWS.some((row) => row.repeat(3).includes(text));

/**
 * Why a password is refused; undefined when it may be used. Length counts most (NIST SP 800-63B section 3.1.1): no rules
 * about kinds of characters, but nothing that is guessed first.
 */
export function passwordFault(password: string, about: { email: string; name: string }): Text | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < SHORTEST)
    return {
      vi: `Mật khẩu cần ít nhất ${SHORTEST} ký tự; một câu ngắn là dễ nhớ.`,
      en: `A password needs at least ${SHORTEST} characters; a short sentence is easy to remember.`,
    };
  if (length > LONGEST)
    return {
      vi: `Mật khẩu dài tối đa ${LONGEST} ký tự.`,
      en: `A password has at most ${LONGEST} characters.`,
    };
  const plain = folded(password);
  const tight = plain.replace(/\s/g, '');
  const local = folded(about.email.split('@')[0]!);
  if (local.length >= 4 && tight.includes(local))
    return {
      vi: 'Mật khẩu không được chứa địa chỉ thư điện tử.',
      en: 'The password must not contain the e-mail address.',
    };
  const name = folded(about.name).replace(/\s/g, '');
  if (name.length >= 6 && tight.includes(name))
    return { vi: 'Mật khẩu không được chứa họ tên.', en: 'The password must not contain the name.' };
  if (new Set(tight).size < 5 || isCommon(plain) || isRow(tight))
    return {
      vi: 'Mật khẩu này nằm trong số những mật khẩu bị đoán đầu tiên; chọn mật khẩu khác.',
      en: 'This password is among those guessed first; choose another.',
    };
  return undefined;
}
