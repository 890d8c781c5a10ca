-- The templates that come with the installation say their headings and sentences in English too: a new version of those that
-- nobody has changed.
insert into indicators.report_template (code, version, kind, unit_id, name, parts, changed_by, changed_by_name, changed_at)
select t.code, 2, t.kind, t.unit_id, t.name, (
    select jsonb_agg(case when h.en is null and x.en is null then p.part
        else p.part || jsonb_build_object('en', jsonb_strip_nulls(jsonb_build_object('heading', h.en, 'text', x.en))) end order by p.place)
    from jsonb_array_elements(t.parts) with ordinality as p(part, place)
    left join (values
      ('Công tác lãnh đạo, chỉ đạo', 'Leadership and direction'),
      ('Kết quả thực hiện nhiệm vụ', 'Results'),
      ('Các chỉ số', 'Figures'),
      ('Tình trạng theo cơ quan', 'State by agency'),
      ('Kết quả theo cơ quan', 'Results by agency'),
      ('Danh mục nhiệm vụ', 'List of tasks'),
      ('Nhiệm vụ chậm theo cơ quan', 'Late tasks by agency'),
      ('Tỷ lệ hoàn thành qua các tháng', 'Share of completed tasks by month'),
      ('Chỉ số theo cơ quan', 'Figures by agency'),
      ('Hạn chế, nguyên nhân', 'Shortcomings and their causes'),
      ('Nhiệm vụ thời gian tới', 'Next tasks'),
      ('Đề xuất, kiến nghị', 'Proposals'),
      ('Kiểm tra tổng', 'Checks of sums')) as h(vi, en) on h.vi = p.part ->> 'heading'
    left join (values
      ('session', 'Up to the day of this report {{figure:completionOfAll}} are completed; {{figure:overdueShare|numerator}} tasks are overdue. Since the period before, the share of completed tasks {{figure:completionOfAll|change}}.'),
      ('month', 'In this month the share of completed tasks {{figure:completionOfAll|change}}; on time: {{figure:onTimeOfClosedAndOverdue}}.'),
      ('quarter', 'In this quarter the share of completed tasks {{figure:completionOfAll|change}}; on time: {{figure:onTimeOfClosedAndOverdue}}; overdue: {{figure:overdueShare}}.'),
      ('half', 'In this half-year the share of completed tasks {{figure:completionOfAll|change}}; on time: {{figure:onTimeOfClosedAndOverdue}}; overdue: {{figure:overdueShare}}.'),
      ('nineMonths', 'In these nine months the share of completed tasks {{figure:completionOfAll|change}}; on time: {{figure:onTimeOfClosedAndOverdue}}; overdue: {{figure:overdueShare}}.'),
      ('year', 'In this year the share of completed tasks {{figure:completionOfAll|change}}; on time: {{figure:onTimeOfClosedAndOverdue}}; overdue: {{figure:overdueShare}}.')
    ) as x(code, en) on x.code = t.code and p.part ->> 'id' = 'b'),
  t.changed_by, t.changed_by_name, t.changed_at
from indicators.report_template t
where t.version = 1 and t.changed_by = 'system'
  and not exists (select from indicators.report_template n where n.code = t.code and n.version > 1);
