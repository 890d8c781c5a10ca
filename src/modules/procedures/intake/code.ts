import type { Fault } from './model.ts';

const shape = /^\d\.\d{6}(\.[A-Z0-9.]{1,40})?$/;

/** What a spreadsheet makes of a code it takes for a number: a comma for the point, zeros lost at the end. */
export function repairedCode(text: string): string | undefined {
  const found = /^(\d)[.,](\d{1,6})$/.exec(text);
  return found ? `${found[1]}.${found[2]!.padEnd(6, '0')}` : undefined;
}

/** The code as text, or why it is none. Codes are never repaired silently. */
export function readCode(text: string, line: number): { code: string } | { fault: Fault } {
  if (shape.test(text)) return { code: text };
  const meant = repairedCode(text);
  const wrong = text ? `“${text}”` : 'trống';
  return {
    fault: {
      line,
      column: 'code',
      severity: 'error',
      message: meant
        ? {
            vi: `Mã ${wrong} đã bị bảng tính coi là số; có lẽ là ${meant}. Định dạng cột mã là văn bản.`,
            en: `The code ${wrong} was taken for a number by a spreadsheet; probably ${meant}. Format the column as text.`,
          }
        : {
            vi: `Mã thủ tục ${wrong} không đúng dạng N.NNNNNN.`,
            en: `The procedure code ${text ? wrong : '(blank)'} does not read N.NNNNNN.`,
          },
    },
  };
}
