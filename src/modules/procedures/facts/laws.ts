/** Legal texts that several procedures stand on, as named in the national record and in annex I of Resolution 66.7/2025. */
export const laws = {
  civilStatus: 'Nghị định số 123/2015/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 07/2025/NĐ-CP',
  certification:
    'Nghị định số 23/2015/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 07/2025/NĐ-CP và Nghị định số 280/2025/NĐ-CP',
  oneStop: 'Nghị định số 118/2025/NĐ-CP',
  electronic: 'Nghị định số 45/2020/NĐ-CP',
  interlinked: 'Nghị định số 63/2024/NĐ-CP',
  slips: 'Thông tư số 03/2025/TT-VPCP',
  dataInsteadOfPaper: 'Nghị quyết số 66.7/2025/NQ-CP',
  residence: 'Luật Cư trú số 68/2020/QH14',
  household: 'Nghị định số 168/2025/NĐ-CP',
  land: 'Nghị định số 151/2025/NĐ-CP',
  construction: 'Nghị định số 175/2024/NĐ-CP',
  hoursOfGroup: 'Nghị định số 297/2025/NĐ-CP',
  /** The four levels come from the decree; occasions and days are invented, since no decision names them yet. */
  proactive: 'Nghị định số 224/2026/NĐ-CP (dịp và thời gian là quy tắc mẫu)',
} as const;
