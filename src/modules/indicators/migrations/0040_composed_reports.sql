-- What a report of a kind is made of. A changed template is a new version; old ones stay, as reports name the one they came from.
create table indicators.report_template (
  code text not null,
  version integer not null,
  kind text not null,
  -- Absent: of the installation. Otherwise the unit that keeps it for itself.
  unit_id text,
  name jsonb not null,
  parts jsonb not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (code, version)
);
create trigger report_template_append_only before update or delete on indicators.report_template for each row execute function kit.refuse_change();

-- A report that is being written. Its text is nobody's record yet: it is saved as it is typed, and thrown away when dropped.
create table indicators.report_draft (
  id uuid primary key,
  unit_id text not null,
  about_unit_id text,
  directive_id uuid,
  kind text not null,
  period text not null,
  template_code text not null,
  template_version integer not null,
  head jsonb not null,
  parts jsonb not null,
  classification text not null,
  frozen_id uuid,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
create index report_draft_recent on indicators.report_draft (changed_at desc, id);

grant select, insert on indicators.report_template to lienthong_app;
grant select, insert, update, delete on indicators.report_draft to lienthong_app;

insert into indicators.report_template (code, version, kind, name, parts, changed_by, changed_by_name, changed_at)
select t.code, 1, t.code, t.name::jsonb, jsonb_build_array(
    jsonb_build_object('id', 'a', 'kind', 'text', 'heading', 'Công tác lãnh đạo, chỉ đạo', 'text', ''),
    jsonb_build_object('id', 'b', 'kind', 'text', 'heading', 'Kết quả thực hiện nhiệm vụ', 'text', t.result),
    jsonb_build_object('id', 'c', 'kind', 'figures', 'heading', 'Các chỉ số', 'compare', true,
      'codes', '["completionOfAll","onTimeOfClosedAndOverdue","onTimeOfClosed","onTimeOfDue","inTermShare","overdueShare"]'::jsonb),
    jsonb_build_object('id', 'd', 'kind', 'chart', 'heading', 'Tình trạng theo cơ quan', 'of', 'states'),
    jsonb_build_object('id', 'e', 'kind', 'table', 'heading', 'Kết quả theo cơ quan', 'of', 'agencies'))
  || t.more::jsonb
  || jsonb_build_array(
    jsonb_build_object('id', 'k', 'kind', 'text', 'heading', 'Hạn chế, nguyên nhân', 'text', ''),
    jsonb_build_object('id', 'l', 'kind', 'text', 'heading', 'Nhiệm vụ thời gian tới', 'text', ''),
    jsonb_build_object('id', 'm', 'kind', 'text', 'heading', 'Đề xuất, kiến nghị', 'text', ''),
    jsonb_build_object('id', 'n', 'kind', 'checks', 'heading', 'Kiểm tra tổng')),
  'system', 'Lienthong', '2025-01-01T00:00:00+07:00'
from (values
  ('session', '{"vi":"Báo cáo phiên họp Ban Chỉ đạo","en":"Report for a session of the steering committee"}',
    'Đến ngày lập báo cáo đã hoàn thành {{figure:completionOfAll}}; còn {{figure:overdueShare|numerator}} nhiệm vụ quá hạn chưa xong. So với kỳ trước, tỷ lệ hoàn thành {{figure:completionOfAll|change}}.',
    '[{"id":"f","kind":"table","heading":"Danh mục nhiệm vụ","of":"tasks"},{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]'),
  ('month', '{"vi":"Báo cáo tháng","en":"Monthly report"}',
    'Trong tháng, tỷ lệ hoàn thành {{figure:completionOfAll|change}}; đúng hạn {{figure:onTimeOfClosedAndOverdue}}.',
    '[{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]'),
  ('quarter', '{"vi":"Báo cáo quý","en":"Quarterly report"}',
    'Trong quý, tỷ lệ hoàn thành {{figure:completionOfAll|change}}; đúng hạn {{figure:onTimeOfClosedAndOverdue}}; quá hạn {{figure:overdueShare}}.',
    '[{"id":"f","kind":"chart","heading":"Tỷ lệ hoàn thành qua các tháng","of":"months","code":"completionOfAll"},{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]'),
  ('half', '{"vi":"Báo cáo 6 tháng","en":"Half-year report"}',
    'Trong 6 tháng, tỷ lệ hoàn thành {{figure:completionOfAll|change}}; đúng hạn {{figure:onTimeOfClosedAndOverdue}}; quá hạn {{figure:overdueShare}}.',
    '[{"id":"f","kind":"chart","heading":"Tỷ lệ hoàn thành qua các tháng","of":"months","code":"completionOfAll"},{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]'),
  ('nineMonths', '{"vi":"Báo cáo 9 tháng","en":"Nine-month report"}',
    'Trong 9 tháng, tỷ lệ hoàn thành {{figure:completionOfAll|change}}; đúng hạn {{figure:onTimeOfClosedAndOverdue}}; quá hạn {{figure:overdueShare}}.',
    '[{"id":"f","kind":"chart","heading":"Tỷ lệ hoàn thành qua các tháng","of":"months","code":"completionOfAll"},{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]'),
  ('year', '{"vi":"Báo cáo năm","en":"Annual report"}',
    'Trong năm, tỷ lệ hoàn thành {{figure:completionOfAll|change}}; đúng hạn {{figure:onTimeOfClosedAndOverdue}}; quá hạn {{figure:overdueShare}}.',
    '[{"id":"f","kind":"chart","heading":"Tỷ lệ hoàn thành qua các tháng","of":"months","code":"completionOfAll"},{"id":"h","kind":"table","heading":"Chỉ số theo cơ quan","of":"units","codes":["completionOfAll","onTimeOfClosedAndOverdue","overdueShare"]},{"id":"g","kind":"table","heading":"Nhiệm vụ chậm theo cơ quan","of":"late"}]')
) as t(code, name, result, more);
