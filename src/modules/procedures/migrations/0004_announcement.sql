-- The decision that announces a version or a province's own rules: number, day, and from when its legal base holds.
-- Absent where nobody has stated it.
alter table procedures.version add column announcement jsonb;
alter table procedures.overlay add column announcement jsonb;
