create schema indicators;
grant usage on schema indicators to lienthong_app;

-- Figures are data: what is divided by what, from when to when. A changed rule is a new version; old ones stay.
create table indicators.figure_definition (
  code text not null,
  version text not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  body jsonb not null,
  primary key (code, version)
);

-- Figures that an outside body published, as it printed them. Never mixed with derived ones.
create table indicators.reported_figure (
  id uuid primary key,
  code text unique,
  unit_id text not null,
  body_name text not null,
  source text not null,
  source_url text,
  as_of date not null,
  scope jsonb not null,
  -- Printed counts by the names of counts, printed percentages, and what is said to add up to what.
  counts jsonb not null,
  percents jsonb not null,
  note jsonb,
  classification text not null,
  entered_by text not null,
  entered_at timestamptz not null
);
create index reported_figure_recent on indicators.reported_figure (as_of desc, id);

-- A report as it was signed. `content` is the very text that was hashed.
create table indicators.frozen_report (
  id uuid primary key,
  unit_id text not null,
  title text not null,
  kind text not null,
  as_of timestamptz not null,
  classification text not null,
  content text not null,
  hash text not null,
  signature bytea not null,
  key_id text not null,
  frozen_by text not null,
  frozen_by_name text not null,
  frozen_at timestamptz not null
);
create index frozen_report_recent on indicators.frozen_report (frozen_at desc, id);
create trigger frozen_report_append_only before update or delete on indicators.frozen_report for each row execute function kit.refuse_change();
create trigger reported_figure_append_only before update or delete on indicators.reported_figure for each row execute function kit.refuse_change();

grant select, insert on indicators.figure_definition, indicators.reported_figure, indicators.frozen_report to lienthong_app;

insert into indicators.figure_definition (code, version, position, valid_from, body) values
  ('completionOfAll', '1', 1, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ hoàn thành trên tổng số nhiệm vụ","en":"Completed, of all tasks"},"numerator":["done"],"denominator":["total"],"numeratorText":{"vi":"nhiệm vụ đã hoàn thành","en":"completed tasks"},"denominatorText":{"vi":"toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)","en":"all tasks (without the cancelled)"},"source":{"vi":"Số liệu Văn phòng Chính phủ ngày 20 và 24/10/2025: đã xong, trong hạn, quá hạn trên tổng số","en":"Government Office figures of 20 and 24 October 2025: done, in term and overdue, of all"}}'),
  ('completionOfDue', '1', 2, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ hoàn thành trên số nhiệm vụ đã xong hoặc quá hạn","en":"Completed, of the completed and the overdue"},"numerator":["done"],"denominator":["done","overdue"],"numeratorText":{"vi":"nhiệm vụ đã hoàn thành","en":"completed tasks"},"denominatorText":{"vi":"nhiệm vụ đã hoàn thành và nhiệm vụ quá hạn chưa xong","en":"completed tasks and open overdue ones"},"source":{"vi":"Báo cáo năm 2017 của Văn phòng Chính phủ (16.051 đã xong, 223 quá hạn: 98,62 %)","en":"Government Office report for 2017 (16,051 done, 223 overdue: 98.62 %)"}}'),
  ('onTimeOfClosed', '1', 3, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ đúng hạn trên số đã hoàn thành","en":"On time, of the completed"},"numerator":["doneOnTime"],"denominator":["doneOnTime","doneLate"],"numeratorText":{"vi":"nhiệm vụ hoàn thành đúng hạn","en":"tasks completed on time"},"denominatorText":{"vi":"nhiệm vụ có thời hạn đã hoàn thành","en":"completed tasks that had a term"},"source":{"vi":"Cách tính trong báo cáo địa phương (Huế, quý III/2025: 102 trên 113)","en":"Reading used in local reports (Huế, quarter III/2025: 102 of 113)"}}'),
  ('onTimeOfClosedAndOverdue', '1', 4, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ đúng hạn trên số đã hoàn thành và quá hạn","en":"On time, of the completed and the overdue"},"numerator":["doneOnTime"],"denominator":["doneOnTime","doneLate","overdue"],"numeratorText":{"vi":"nhiệm vụ hoàn thành đúng hạn","en":"tasks completed on time"},"denominatorText":{"vi":"nhiệm vụ có thời hạn đã hoàn thành và nhiệm vụ quá hạn chưa xong","en":"completed tasks that had a term, and open overdue ones"},"source":{"vi":"Cách tính mặc định của hệ thống: nhiệm vụ chậm được tính dù đã đóng hay chưa","en":"Default of this system: a late task counts whether it is closed or not"}}'),
  ('onTimeOfDue', '1', 5, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ đúng hạn trên số đã đến hạn","en":"On time, of all that fell due"},"numerator":["doneOnTimeFellDue"],"denominator":["doneOnTimeFellDue","doneLate","overdue"],"numeratorText":{"vi":"nhiệm vụ đã đến hạn và hoàn thành đúng hạn","en":"tasks that fell due and were completed on time"},"denominatorText":{"vi":"nhiệm vụ đã đến hạn","en":"tasks that fell due"},"source":{"vi":"Cách tính thứ ba: không tính việc xong trước khi thời hạn đến","en":"Third form of on time: what was done ahead of a term still to come is left out"}}'),
  ('onTimeOfAll', '1', 6, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"readingOnly","name":{"vi":"Tỷ lệ đúng hạn trên tổng số nhiệm vụ","en":"On time, of all tasks"},"numerator":["doneOnTime"],"denominator":["total"],"numeratorText":{"vi":"nhiệm vụ hoàn thành đúng hạn","en":"tasks completed on time"},"denominatorText":{"vi":"toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)","en":"all tasks (without the cancelled)"},"source":{"vi":"Cách đọc số liệu Huế, quý III/2025: 102 trên 139","en":"Reading of Huế, quarter III/2025: 102 of 139"}}'),
  ('inTermShare', '1', 7, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ trong hạn","en":"In term, of all tasks"},"numerator":["inTerm"],"denominator":["total"],"numeratorText":{"vi":"nhiệm vụ chưa xong, còn trong hạn","en":"open tasks not yet due"},"denominatorText":{"vi":"toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)","en":"all tasks (without the cancelled)"},"source":{"vi":"Số liệu Văn phòng Chính phủ tháng 10/2025","en":"Government Office figures of October 2025"}}'),
  ('overdueShare', '1', 8, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":2},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ quá hạn","en":"Overdue, of all tasks"},"numerator":["overdue"],"denominator":["total"],"numeratorText":{"vi":"nhiệm vụ quá hạn chưa xong","en":"open overdue tasks"},"denominatorText":{"vi":"toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)","en":"all tasks (without the cancelled)"},"source":{"vi":"Số liệu Văn phòng Chính phủ tháng 10/2025","en":"Government Office figures of October 2025"}}'),
  ('overdueOfDue', '1', 9, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":2},"zeroDenominator":"noFigure","use":"offered","name":{"vi":"Tỷ lệ quá hạn trên số đã xong hoặc quá hạn","en":"Overdue, of the completed and the overdue"},"numerator":["overdue"],"denominator":["done","overdue"],"numeratorText":{"vi":"nhiệm vụ quá hạn chưa xong","en":"open overdue tasks"},"denominatorText":{"vi":"nhiệm vụ đã hoàn thành và nhiệm vụ quá hạn chưa xong","en":"completed tasks and open overdue ones"},"source":{"vi":"Báo cáo năm 2017 của Văn phòng Chính phủ (in là 100 trừ tỷ lệ hoàn thành)","en":"Government Office report for 2017 (printed as 100 minus the completed)"}}'),
  ('doneOfDoneAndInTerm', '1', 10, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"readingOnly","name":{"vi":"Hoàn thành trên số đã xong và trong hạn","en":"Completed, of the completed and those in term"},"numerator":["done"],"denominator":["done","inTerm"],"numeratorText":{"vi":"nhiệm vụ đã hoàn thành","en":"completed tasks"},"denominatorText":{"vi":"nhiệm vụ đã hoàn thành và nhiệm vụ còn trong hạn","en":"completed tasks and open ones not yet due"},"source":{"vi":"Cách đọc duy nhất cho ra 67 % ngày 15/11/2025 (370 và 176); bỏ qua nhiệm vụ quá hạn","en":"Only reading that gives the 67 % of 15 November 2025 (370 and 176); it leaves out the overdue"}}'),
  ('inTermOfDone', '1', 11, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"readingOnly","name":{"vi":"Trong hạn trên số đã hoàn thành","en":"In term, of the completed"},"numerator":["inTerm"],"denominator":["done"],"numeratorText":{"vi":"nhiệm vụ chưa xong, còn trong hạn","en":"open tasks not yet due"},"denominatorText":{"vi":"nhiệm vụ đã hoàn thành","en":"completed tasks"},"source":{"vi":"Cách hiểu nhầm “trong hạn” thành “đúng hạn”; giữ lại để gọi tên","en":"Misreading that takes \"trong hạn\" for \"on time\"; kept to be named"}}'),
  ('doneAndInTermOfAll', '1', 12, '2025-01-01', '{"rounding":{"mode":"halfUp","decimals":1},"zeroDenominator":"noFigure","use":"readingOnly","name":{"vi":"Đã hoàn thành hoặc còn trong hạn","en":"Completed or in term, of all tasks"},"numerator":["done","inTerm"],"denominator":["total"],"numeratorText":{"vi":"nhiệm vụ đã hoàn thành hoặc còn trong hạn","en":"tasks completed or not yet due"},"denominatorText":{"vi":"toàn bộ nhiệm vụ (trừ nhiệm vụ đã hủy)","en":"all tasks (without the cancelled)"},"source":{"vi":"Phần bù của tỷ lệ quá hạn khi mọi nhiệm vụ đều có thời hạn","en":"Complement of the overdue share where every task has a term"}}');
