import { describe, expect, test } from 'vitest';

import { agencyKey, isCollective, splitAgencies } from './agencies.ts';

const register = new Set(
  [
    'Bộ Thông tin và Truyền thông',
    'Bộ Khoa học và Công nghệ',
    'Bộ Văn hóa, Thể thao và Du lịch',
    'Bộ Công an',
    'Bộ Y tế',
    'Bộ Tài chính',
    'Bộ Kế hoạch và Đầu tư',
    'Bộ Quốc phòng',
    'Bộ Nông nghiệp và Môi trường',
    'Thanh tra Chính phủ',
    'Văn phòng Chính phủ',
    'VTV',
    'VOV',
    'TTXVN',
    'UBND thành phố Hà Nội',
    'Bộ Lao động - Thương binh và Xã hội',
    'Bộ Tài nguyên và Môi trường',
    'Bộ Giao thông vận tải',
    'BCĐ về KHCN, ĐMST, CĐS và Đề án 06 thành phố Huế',
    'Bắc Ninh',
    'Bình Dương',
  ].map(agencyKey),
);
const split = (printed: string) =>
  splitAgencies(printed, (name) => register.has(agencyKey(name))).map(
    ({ text, kind }) => `${kind[0]}:${text}`,
  );

describe('printed lists of agencies', () => {
  test.each([
    ['Bộ Thông tin và Truyền thông', ['n:Bộ Thông tin và Truyền thông']],
    [
      'Bộ Khoa học và Công nghệ, Bộ Thông tin và Truyền thông',
      ['n:Bộ Khoa học và Công nghệ', 'n:Bộ Thông tin và Truyền thông'],
    ],
    [
      'Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ',
      ['n:Bộ Thông tin và Truyền thông', 'n:Bộ Khoa học và Công nghệ'],
    ],
    [
      'Bộ Nông nghiệp và Môi trường, Bộ Y tế, Bộ Văn hóa, Thể thao và Du lịch, Thanh tra Chính phủ',
      [
        'n:Bộ Nông nghiệp và Môi trường',
        'n:Bộ Y tế',
        'n:Bộ Văn hóa, Thể thao và Du lịch',
        'n:Thanh tra Chính phủ',
      ],
    ],
    ['Các bộ, ngành, địa phương', ['c:Các bộ, ngành, địa phương']],
    ['VTV, VOV, TTXVN, các địa phương', ['n:VTV', 'n:VOV', 'n:TTXVN', 'c:các địa phương']],
    [
      'Bộ Công an, Bộ Thông tin và Truyền thông và các bộ, ngành',
      ['n:Bộ Công an', 'n:Bộ Thông tin và Truyền thông', 'c:các bộ, ngành'],
    ],
    ['Văn phòng Chính phủ; Bộ Công an', ['n:Văn phòng Chính phủ', 'n:Bộ Công an']],
    ['Bộ Công An', ['n:Bộ Công An']],
    ['UBND thành phố Hà Nội', ['n:UBND thành phố Hà Nội']],
    ['UBND tỉnh, thành phố', ['c:UBND tỉnh, thành phố']],
    [
      'Các thành phố trực thuộc Trung ương và một số tỉnh đủ điều kiện',
      ['c:Các thành phố trực thuộc Trung ương và một số tỉnh đủ điều kiện'],
    ],
    ['Bộ Khoa học, Công nghệ, Bộ Y tế', ['n:Bộ Khoa học, Công nghệ', 'n:Bộ Y tế']],
    ['Bộ Phép thuật, Pha chế, Bộ Y tế', ['u:Bộ Phép thuật', 'u:Pha chế', 'n:Bộ Y tế']],
    ['Bộ Công an và các địa phương Bắc Ninh, Bình Dương', ['n:Bộ Công an', 'n:Bắc Ninh', 'n:Bình Dương']],
    [
      'Bộ Lao động - Thương binh và Xã hội,Thanh tra Chính phủ, các bộ, ngành và địa phương',
      ['n:Bộ Lao động - Thương binh và Xã hội', 'n:Thanh tra Chính phủ', 'c:các bộ, ngành và địa phương'],
    ],
    [
      'BCĐ về KHCN, ĐMST, CĐS và Đề án 06 thành phố Huế',
      ['n:BCĐ về KHCN, ĐMST, CĐS và Đề án 06 thành phố Huế'],
    ],
    [
      'Bộ Khoa học và Công nghệ, Bộ Thông tin và Truyền thông, Bộ',
      ['n:Bộ Khoa học và Công nghệ', 'n:Bộ Thông tin và Truyền thông', 'c:Bộ'],
    ],
    ['63 tỉnh, thành phố', ['c:63 tỉnh, thành phố']],
    ['Bộ Phép thuật', ['u:Bộ Phép thuật']],
    ['', []],
  ])('%s', (printed, parts) => expect(split(printed)).toEqual(parts));

  test.each([
    ['Chủ tịch UBND tỉnh, thành phố', true],
    ['Thành viên Ban Chỉ đạo', true],
    ['Doanh nghiệp viễn thông', true],
    ['Các bộ, ngành, địa phương là chủ quản CSDLQG, CSDL chuyên ngành', true],
    ['UBND thành phố Huế', false],
    ['Bộ Nội vụ', false],
  ])('"%s" is collective: %s', (text, is) => expect(isCollective(text)).toBe(is));
});
