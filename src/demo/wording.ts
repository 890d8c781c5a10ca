/** Words of invented records. Each begins with the mark, so that nobody takes them for what an agency has said. */
export const MARK = '[Dữ liệu minh họa]';

export const marked = (text: string): string => `${MARK} ${text}`;

export const progressWords = [
  'Đã thành lập tổ soạn thảo, phân công từng phần việc và thời gian.',
  'Đã có dự thảo lần một, đang lấy ý kiến các cơ quan liên quan.',
  'Đã tổ chức hai hội thảo tham vấn, đang tiếp thu, giải trình ý kiến.',
  'Đã rà soát hiện trạng, xác định phạm vi và nguồn lực thực hiện.',
  'Đang thẩm định hồ sơ; phần kỹ thuật đã nghiệm thu nội bộ.',
  'Đã triển khai tại các đơn vị trực thuộc được chọn làm trước.',
  'Đã chuẩn hóa dữ liệu đợt một, đang đối soát với cơ sở dữ liệu quốc gia về dân cư.',
].map(marked);

export const doneWords = [
  'Đã ban hành văn bản và công bố trên cổng thông tin điện tử.',
  'Đã hoàn thành, đưa vào sử dụng và hướng dẫn các đơn vị.',
  'Đã trình cấp có thẩm quyền phê duyệt; văn bản đã phát hành.',
].map(marked);

export const productWords = [
  'Quyết định ban hành kế hoạch thực hiện',
  'Báo cáo kết quả kèm danh mục sản phẩm',
  'Đề án đã được phê duyệt',
].map(marked);

export const difficultyWords = [
  'Chưa có định mức kinh tế - kỹ thuật để lập dự toán.',
  'Thiếu nhân lực công nghệ thông tin ở cấp xã sau khi sắp xếp.',
  'Cơ sở dữ liệu ngành chưa có dịch vụ chia sẻ để kết nối.',
  'Quy định về đấu thầu sản phẩm công nghệ mới còn vướng.',
].map(marked);

export const proposalWords = [
  'Đề nghị hướng dẫn thống nhất cách tính và nguồn số liệu.',
  'Đề nghị bố trí kinh phí bổ sung trong quý tới.',
].map(marked);

export const answerWords = [
  'Cơ quan thường trực đã gửi hướng dẫn; đề nghị thực hiện và báo cáo trong kỳ tới.',
  'Nội dung này do đơn vị quyết định theo thẩm quyền; không cần chờ hướng dẫn thêm.',
].map(marked);

export const returnWords = [
  'Sản phẩm mới là dự thảo, chưa phải văn bản đã ban hành.',
  'Thiếu số, ngày văn bản và tệp kèm theo để kiểm tra.',
  'Kết quả chưa bao gồm các đơn vị trực thuộc.',
].map(marked);

export const extensionWords = [
  'Phải chờ luật có hiệu lực mới đủ căn cứ ban hành.',
  'Thời gian sắp xếp tổ chức bộ máy làm chậm việc lấy ý kiến.',
].map(marked);

export const nothingWords = marked('Không phát sinh nội dung mới trong kỳ.');
