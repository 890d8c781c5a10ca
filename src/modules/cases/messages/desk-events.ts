import { formatDay } from '../../../web/format.ts';
import type { CaseEventType, CasePayloads } from '../rules/events.ts';
import { caseMessages } from './desk-case.ts';
import { wordMessages } from './desk-words.ts';

/** How a sentence names what an event only points at. */
export interface Names {
  step: (key: string | undefined) => string;
  unit: (id: string | undefined) => string;
  /** A component by its name. */
  paper: (key: string) => string;
  person: (id: string | undefined) => string;
  at: (instant: string | undefined) => string;
  money: (dong: number) => string;
  left: (minutes: number) => string;
}
/** One sentence for every kind of event. */
export type Sentences = { [T in CaseEventType]: (e: CasePayloads[T], n: Names) => string };

/** A slip by its name; one that no page knows by its key. */
function slipName(lang: 'vi' | 'en', key: string): string {
  const names: Readonly<Record<string, string>> = caseMessages[lang].case.slipNames;
  return names[key] ?? key;
}

const vi: Sentences = {
  'case.submitted': (e) =>
    e.gap ? 'Đã nộp hồ sơ; chưa xác định được cơ quan có thẩm quyền' : 'Đã nộp hồ sơ',
  'case.received': (e, n) =>
    `Tiếp nhận hồ sơ, cấp mã ${e.code}${e.due.at ? `, hẹn trả ${n.at(e.due.at)}` : ''}`,
  'case.routed': (e, n) =>
    e.decisionUnitId
      ? `Xác định cơ quan giải quyết: ${n.unit(e.decisionUnitId)}`
      : 'Chưa có cơ quan có thẩm quyền',
  'case.refused': () => 'Từ chối hồ sơ',
  'case.assigned': (e, n) => `Giao hồ sơ cho ${n.person(e.personId)}`,
  'case.claimed': (e, n) => `${n.person(e.personId)} nhận xử lý`,
  'case.released': () => 'Trả lại hồ sơ để người khác nhận',
  'case.stepDone': (e, n) =>
    `Xong bước ${n.step(e.step)} sau ${n.left(e.handOver.minutes)}${e.to ? `, chuyển bước ${n.step(e.to.key)}` : ''}`,
  'case.supplementAsked': (e, n) =>
    `Yêu cầu bổ sung ${e.points.length} điểm; hồ sơ tự đóng nếu chưa bổ sung trước ${n.at(e.closesAt)}`,
  'case.supplementReceived': () => 'Đã nhận hồ sơ bổ sung',
  'case.papersPromised': (e, n) =>
    `Người nộp sẽ nộp tại quầy: ${e.awaits.map((key) => n.paper(key)).join(', ')}; hồ sơ vẫn chờ bổ sung`,
  'case.paperReceived': (e, n) =>
    `Đã nhận tại quầy: ${n.paper(e.component)} (${wordMessages.vi.forms[e.form].toLowerCase()} × ${e.count})`,
  'case.closeWarned': (e, n) => `Nhắc người nộp: hồ sơ sẽ tự đóng lúc ${n.at(e.closesAt)}`,
  'case.closedNoSupplement': () => 'Hồ sơ tự đóng vì quá hạn bổ sung',
  'case.dutyAsked': (e, n) => `Yêu cầu nộp ${n.money(e.amount)}`,
  'case.paymentReceived': (e, n) =>
    ({
      full: `Đã nhận đủ ${n.money(e.amount)}`,
      partial: `Đã nhận ${n.money(e.amount)}, còn thiếu`,
      wrongSum: `Nhận ${n.money(e.amount)}, không khớp số phải nộp`,
      duplicate: `Nhận lại chứng từ cũ ${n.money(e.amount)}, không tính thêm`,
      extra: `Nhận thêm ${n.money(e.amount)} ngoài số phải nộp`,
      late: `Nhận ${n.money(e.amount)} sau hạn nộp`,
    })[e.result],
  'case.refunded': (e, n) => `Hoàn trả ${n.money(e.amount)}`,
  'case.transferred': (e, n) => `Chuyển hồ sơ đến ${n.unit(e.toUnitId)}`,
  'case.consulted': (e, n) => `Lấy ý kiến ${n.unit(e.unitId)}, trả lời trước ${n.at(e.dueAt)}`,
  'case.consultationAnswered': (e) =>
    e.silence
      ? 'Cơ quan được hỏi không trả lời: coi như đồng ý'
      : `Cơ quan được hỏi đã trả lời${e.late ? ' (quá hạn)' : ''}`,
  'case.resumed': () => 'Hết tạm dừng, tiếp tục tính thời gian',
  'case.apologised': () => 'Xin lỗi và hẹn lại ngày trả kết quả',
  'case.stopAsked': () => 'Người nộp đề nghị dừng giải quyết',
  'case.stopped': () => 'Dừng giải quyết theo đề nghị',
  'case.withdrawn': () => 'Người nộp rút hồ sơ',
  'case.proposed': (e) => (e.outcome === 'granted' ? 'Trình kết quả: đồng ý' : 'Trình kết quả: không đồng ý'),
  'case.approved': (e) => (e.outcome === 'granted' ? 'Duyệt kết quả: đồng ý' : 'Duyệt kết quả: không đồng ý'),
  'case.signed': (e, n) => `Ký kết quả${e.to ? `, chuyển bước ${n.step(e.to.key)}` : ''}`,
  'case.numbered': (e) => `Vào sổ, đóng dấu, số ${e.number}`,
  'case.returned': (e) =>
    e.how === 'sent' ? `Đã gửi kết quả cho ${e.taker}` : `Đã trả kết quả cho ${e.taker}`,
  'case.resultRevoked': (e) =>
    e.cause === 'offerUndone'
      ? `Kết quả hết hiệu lực từ ${formatDay(e.from)}: người dân hoàn tác dịch vụ chủ động`
      : `Thu hồi kết quả từ ${formatDay(e.from)} theo ${e.number ?? e.legalBasis}`,
  'case.resultReplaced': (e) =>
    `Cải chính: kết quả số ${e.resultNumber} thay kết quả cũ từ ${formatDay(e.from)} theo ${e.number}`,
  'case.rated': (e) => `Người nộp đánh giá ${e.stars}/5`,
  'case.noted': () => 'Ghi chú nội bộ',
  'case.message': (e) => (e.from === 'applicant' ? 'Người nộp nhắn' : 'Cơ quan nhắn người nộp'),
  'case.dueRecomputed': (e, n) =>
    `Hạn trả đổi từ ${n.at(e.from)} thành ${e.to ? n.at(e.to) : 'chưa xác định'}: ${e.reasonVi}`,
  'case.corrected': (e) => `Sửa ${e.fields.length} trường dữ liệu`,
  'case.draftSent': (e, n) =>
    `Gửi dự thảo cho người nộp xem; không trả lời trước ${n.at(e.silentAt)} được coi là đồng ý`,
  'case.versionChanged': (e) => `Chuyển sang phiên bản mới của thủ tục theo ${e.legalBasis}`,
  'case.undone': () => 'Thu hồi bước vừa làm',
  'case.synchronised': (e) => `Cổng Dịch vụ công quốc gia: ${wordMessages.vi.sync[e.sync]}`,
  'case.slipIssued': (e) => `Đã in và lưu: ${slipName('vi', e.key)}`,
};

const en: Sentences = {
  'case.draftSent': (e, n) =>
    `The draft went to the applicant; no answer before ${n.at(e.silentAt)} means consent`,
  'case.versionChanged': (e) => `Moved to the new version of the procedure by ${e.legalBasis}`,
  'case.submitted': (e) => (e.gap ? 'Handed in; no competent unit was found' : 'Handed in'),
  'case.received': (e, n) => `Received as ${e.code}${e.due.at ? `, due ${n.at(e.due.at)}` : ''}`,
  'case.routed': (e, n) =>
    e.decisionUnitId ? `Decided by ${n.unit(e.decisionUnitId)}` : 'There is no competent unit',
  'case.refused': () => 'Refused',
  'case.assigned': (e, n) => `Assigned to ${n.person(e.personId)}`,
  'case.claimed': (e, n) => `Claimed by ${n.person(e.personId)}`,
  'case.released': () => 'Released for somebody else',
  'case.stepDone': (e, n) =>
    `${n.step(e.step)} finished after ${n.left(e.handOver.minutes)}${e.to ? `, handed on to ${n.step(e.to.key)}` : ''}`,
  'case.supplementAsked': (e, n) =>
    `Supplement asked for (${e.points.length}); the case closes unless it arrives before ${n.at(e.closesAt)}`,
  'case.supplementReceived': () => 'The supplement has arrived',
  'case.papersPromised': (e, n) =>
    `To be brought to the desk: ${e.awaits.map((key) => n.paper(key)).join(', ')}; the supplement stays open`,
  'case.paperReceived': (e, n) =>
    `Taken in at the desk: ${n.paper(e.component)} (${wordMessages.en.forms[e.form].toLowerCase()} × ${e.count})`,
  'case.closeWarned': (e, n) => `The applicant was warned: the case closes at ${n.at(e.closesAt)}`,
  'case.closedNoSupplement': () => 'Closed: the supplement did not arrive in time',
  'case.dutyAsked': (e, n) => `${n.money(e.amount)} to be paid`,
  'case.paymentReceived': (e, n) =>
    ({
      full: `${n.money(e.amount)} received, paid in full`,
      partial: `${n.money(e.amount)} received, a rest is owed`,
      wrongSum: `${n.money(e.amount)} received, not the sum owed`,
      duplicate: `The same receipt of ${n.money(e.amount)} again, not counted`,
      extra: `${n.money(e.amount)} received beyond the sum owed`,
      late: `${n.money(e.amount)} received after the day of payment`,
    })[e.result],
  'case.refunded': (e, n) => `${n.money(e.amount)} refunded`,
  'case.transferred': (e, n) => `Transferred to ${n.unit(e.toUnitId)}`,
  'case.consulted': (e, n) => `${n.unit(e.unitId)} was asked, to answer before ${n.at(e.dueAt)}`,
  'case.consultationAnswered': (e) =>
    e.silence
      ? 'The unit asked was silent: taken as consent'
      : `The unit asked has answered${e.late ? ' (late)' : ''}`,
  'case.resumed': () => 'The pause is over, time counts again',
  'case.apologised': () => 'Apology with a new appointment',
  'case.stopAsked': () => 'The applicant asks to stop',
  'case.stopped': () => 'Stopped on request',
  'case.withdrawn': () => 'Withdrawn by the applicant',
  'case.proposed': (e) => (e.outcome === 'granted' ? 'Proposed: granted' : 'Proposed: denied'),
  'case.approved': (e) => (e.outcome === 'granted' ? 'Approved: granted' : 'Approved: denied'),
  'case.signed': (e, n) => `Signed${e.to ? `, handed on to ${n.step(e.to.key)}` : ''}`,
  'case.numbered': (e) => `Registered and sealed, number ${e.number}`,
  'case.returned': (e) => (e.how === 'sent' ? `Result sent to ${e.taker}` : `Result handed to ${e.taker}`),
  'case.resultRevoked': (e) =>
    e.cause === 'offerUndone'
      ? `The result does not hold from ${formatDay(e.from)}: the citizen undid what was offered`
      : `Result revoked from ${formatDay(e.from)} by ${e.number ?? e.legalBasis}`,
  'case.resultReplaced': (e) =>
    `Corrected: result ${e.resultNumber} replaces the former one from ${formatDay(e.from)} by ${e.number}`,
  'case.rated': (e) => `Rated ${e.stars}/5 by the applicant`,
  'case.noted': () => 'Internal note',
  'case.message': (e) => (e.from === 'applicant' ? 'Message from the applicant' : 'Message to the applicant'),
  'case.dueRecomputed': (e, n) =>
    `Due date changed from ${n.at(e.from)} to ${e.to ? n.at(e.to) : 'not known'}: ${e.reasonEn}`,
  'case.corrected': (e) => `${e.fields.length} values corrected`,
  'case.undone': () => 'The last step was taken back',
  'case.synchronised': (e) => `National portal: ${wordMessages.en.sync[e.sync]}`,
  'case.slipIssued': (e) => `Printed and kept: ${slipName('en', e.key)}`,
};

export const eventSentences = { vi, en };
