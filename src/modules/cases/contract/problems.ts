import { refusal } from './words.ts';

export const stepNotOpen = refusal(
  'stepNotOpen',
  409,
  'Bước này không thực hiện được ở trạng thái hiện tại của hồ sơ',
  'This step is not open as the case stands',
  'Tải lại hồ sơ và chọn một trong các bước đang mở.',
  'Load the case again and choose one of the open steps.',
);
export const stepPassed = refusal(
  'stepPassed',
  409,
  'Bước này đã được người khác hoàn thành',
  'Somebody has already finished this step',
  'Tải lại hồ sơ; không cần làm lại.',
  'Load the case again; nothing needs to be done twice.',
);
export const secondSupplement = refusal(
  'secondSupplement',
  409,
  'Hồ sơ đã được yêu cầu bổ sung một lần',
  'A supplement has been asked for once already',
  'Chỉ yêu cầu thêm khi có văn bản cho phép; ghi số văn bản đó.',
  'Ask again only by a decision that allows it, and give its number.',
);
export const secondApology = refusal(
  'secondApology',
  409,
  'Hồ sơ đã được hẹn lại một lần',
  'A new appointment has been given once already',
  'Chỉ hẹn lại lần nữa khi có văn bản cho phép; ghi số văn bản đó.',
  'Give another only by a decision that allows it, and give its number.',
);
export const apologyTooLate = refusal(
  'apologyTooLate',
  409,
  'Phải xin lỗi và hẹn lại trước hạn trả ít nhất 1 ngày',
  'The apology must be given at least one day before the due date',
  'Giải quyết hồ sơ sớm nhất có thể; hồ sơ nằm trong danh sách quá hạn không có phiếu xin lỗi.',
  'Decide the case as soon as possible; it is listed as overdue without an apology.',
);
export const noDue = refusal(
  'noDue',
  409,
  'Hồ sơ đang không có hạn trả',
  'The case has no due date at present',
  'Chờ hết tạm dừng rồi thực hiện lại.',
  'Wait until the pause is over.',
);
export const undoOthers = refusal(
  'undoOthers',
  403,
  'Chỉ người đã làm bước này mới thu hồi được',
  'Only who took the step can take it back',
  'Đề nghị người đó thu hồi.',
  'Ask that person to take it back.',
);
export const sameUnit = refusal(
  'sameUnit',
  409,
  'Hồ sơ đang ở chính đơn vị này',
  'The case is already with this unit',
  'Chọn đơn vị khác.',
  'Choose another unit.',
);
export const notConsulted = refusal(
  'notConsulted',
  409,
  'Không có đề nghị lấy ý kiến nào đang chờ trả lời',
  'No such question is waiting for an answer',
  'Tải lại hồ sơ.',
  'Load the case again.',
);
export const decisionMissing = refusal(
  'decisionMissing',
  409,
  'Chưa có dự thảo hoặc quyết định để ký',
  'There is nothing to sign yet',
  'Nêu kết quả giải quyết khi ký, hoặc trình dự thảo trước.',
  'State the outcome when signing, or propose a draft first.',
);
export const noPerson = refusal(
  'noPerson',
  403,
  'Tài khoản chưa gắn với một cán bộ',
  'The account is not tied to an official',
  'Đề nghị quản trị viên gắn tài khoản với cán bộ trong danh bạ.',
  'Ask an administrator to tie the account to a person of the organisation.',
);
export const noMandate = refusal(
  'noMandate',
  403,
  'Bạn không có thẩm quyền cho bước này vào ngày hôm nay',
  'You hold no mandate for this step today',
  'Xem trang thẩm quyền: cần phân công, ủy quyền còn hiệu lực.',
  'See the page of mandates: an assignment or delegation in force is needed.',
);
export const notYours = refusal(
  'notYours',
  403,
  'Hồ sơ đã giao cho người khác',
  'The case is assigned to somebody else',
  'Đề nghị người được giao trả lại, hoặc lãnh đạo giao lại.',
  'Ask that person to release it, or a leader to assign it anew.',
);
export const noCompetentUnit = refusal(
  'noCompetentUnit',
  409,
  'Chưa có cơ quan có thẩm quyền cho thủ tục và địa bàn này',
  'No unit is competent for this procedure and place',
  'Hồ sơ vẫn được giữ; báo cơ quan kiểm soát thủ tục hành chính công bố thẩm quyền, rồi tiếp nhận lại.',
  'The submission is kept; tell the office of procedure control to state the competence, then accept it.',
);
export const notPublished = refusal(
  'notPublished',
  409,
  'Thủ tục này không được công bố vào ngày hôm nay ở địa bàn này',
  'This procedure is not published here today',
  'Tìm thủ tục thay thế trong danh mục.',
  'Look for the procedure that replaces it in the catalogue.',
);
export const notOffered = refusal(
  'notOffered',
  409,
  'Thủ tục không nhận hồ sơ qua hình thức này',
  'The procedure is not offered on this channel',
  'Chọn hình thức nộp khác ghi ở trang thủ tục.',
  'Choose another of the channels on the page of the procedure.',
);
export const wrongPlace = refusal(
  'wrongPlace',
  409,
  'Thủ tục này chỉ nhận tại nơi có thẩm quyền giải quyết',
  'This procedure is received only where it is decided',
  'Nộp tại bộ phận một cửa của cơ quan có thẩm quyền, hoặc nộp trực tuyến.',
  'File at the desk of the competent unit, or online.',
);
export const draftNotSeen = refusal(
  'draftNotSeen',
  409,
  'Người nộp hồ sơ chưa xem dự thảo kết quả',
  'The applicant has not seen the draft of the result',
  'Trình dự thảo trước; hệ thống gửi cho người nộp, im lặng hết thời hạn được coi là đồng ý.',
  'Propose the draft first: it goes to the applicant, whose silence within the time means consent.',
);
export const notPromised = refusal(
  'notPromised',
  409,
  'Giấy tờ này không được hẹn nộp tại quầy',
  'This paper was not promised for the desk',
  'Tải lại hồ sơ: có thể người khác đã ghi nhận giấy tờ này.',
  'Load the case again: somebody else may have taken it in.',
);
