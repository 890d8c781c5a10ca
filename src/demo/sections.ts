/** A group of an appendix. */
export interface Section {
  code: string;
  number: string;
  titleVi: string;
  titleEn: string;
  parentCode?: string;
}

/** The groups of the appendices of 03/NQ-CP: targets to 2030 and 2045, and seven groups of tasks. */
export const appendices: readonly Section[] = [
  {
    code: 'NQ03-PL1-I',
    number: 'PL I.1',
    titleVi: 'Chỉ tiêu đến năm 2030',
    titleEn: 'Targets to 2030',
  },
  {
    code: 'NQ03-CT-11',
    number: '11',
    titleVi: 'Quản lý nhà nước trên môi trường số',
    titleEn: 'State management in the digital environment',
    parentCode: 'NQ03-PL1-I',
  },
  {
    code: 'NQ03-CT-23',
    number: '23',
    titleVi: 'Hạ tầng số tiên tiến, hiện đại',
    titleEn: 'Advanced digital infrastructure',
    parentCode: 'NQ03-PL1-I',
  },
  {
    code: 'NQ03-PL1-II',
    number: 'PL I.2',
    titleVi: 'Chỉ tiêu đến năm 2045',
    titleEn: 'Targets to 2045',
  },
  {
    code: 'NQ03-PL2-I',
    number: 'I',
    titleVi: 'Nâng cao nhận thức, đột phá về đổi mới tư duy',
    titleEn: 'Awareness and new thinking',
  },
  {
    code: 'NQ03-PL2-II',
    number: 'II',
    titleVi: 'Hoàn thiện thể chế, đưa thể chế thành một lợi thế cạnh tranh',
    titleEn: 'Institutions as a competitive advantage',
  },
  {
    code: 'NQ03-PL2-III',
    number: 'III',
    titleVi:
      'Tăng cường đầu tư, hoàn thiện hạ tầng cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    titleEn: 'Investment and infrastructure',
  },
  {
    code: 'NQ03-PL2-IV',
    number: 'IV',
    titleVi: 'Phát triển, trọng dụng nhân lực chất lượng cao, nhân tài',
    titleEn: 'People and talent',
  },
  {
    code: 'NQ03-PL2-V',
    number: 'V',
    titleVi:
      'Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan trong hệ thống chính trị; bảo đảm quốc phòng, an ninh',
    titleEn: 'Digital transformation of state bodies; defence and security',
  },
  {
    code: 'NQ03-PL2-VI',
    number: 'VI',
    titleVi:
      'Thúc đẩy mạnh mẽ hoạt động khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số trong doanh nghiệp',
    titleEn: 'Companies',
  },
  {
    code: 'NQ03-PL2-VII',
    number: 'VII',
    titleVi: 'Tăng cường hợp tác quốc tế',
    titleEn: 'International cooperation',
  },
];
