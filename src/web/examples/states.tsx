import { FigureTile, LegendBar, ProgressBar, Share, Sparkline } from '../components/figure.tsx';
import { Grid } from '../components/panel.tsx';
import {
  Avatar,
  Chip,
  StateChip,
  Tag,
  TimeChip,
  WorkChip,
  type TimeState,
  type WorkState,
} from '../components/state.tsx';
import type { Example } from './example.ts';

const works: readonly WorkState[] = [
  'notStarted',
  'inProgress',
  'submitted',
  'completed',
  'cancelled',
  'recurring',
];
const times: readonly (readonly [TimeState, number])[] = [
  ['inTerm', 45],
  ['atRisk', 6],
  ['overdue', 23],
  ['doneOnTime', 0],
  ['doneLate', 52],
];

export const stateExamples: readonly Example[] = [
  {
    name: 'WorkChip',
    draw: () => (
      <p class="chip-row">
        {works.map((state) => (
          <WorkChip key={state} state={state} />
        ))}
      </p>
    ),
  },
  {
    name: 'TimeChip',
    draw: () => (
      <p class="chip-row">
        {times.map(([state, days]) => (
          <TimeChip key={state} state={state} days={days} />
        ))}
      </p>
    ),
  },
  {
    name: 'StateChip',
    note: 'Hai trục: công việc × thời hạn.',
    draw: () => (
      <div class="stack">
        <StateChip work="inProgress" time="overdue" days={23} />
        <StateChip work="submitted" time="atRisk" days={3} />
        <StateChip work="completed" time="doneLate" days={65} />
        <StateChip work="recurring" />
      </div>
    ),
  },
  {
    name: 'Chip, Tag, Avatar',
    draw: () => (
      <p class="chip-row">
        <Chip icon="lock">Hạn chế</Chip>
        <Tag>Nghị quyết</Tag>
        <Tag>Chuyển đổi số</Tag>
        <Avatar name="Nguyễn Thị Ánh" />
      </p>
    ),
  },
  {
    name: 'FigureTile',
    draw: () => (
      <Grid>
        <FigureTile
          name="Hoàn thành trên tổng số nhiệm vụ"
          numerator={370}
          denominator={944}
          counted="nhiệm vụ"
          asOf="15/11/2025"
          href="#records"
        />
        <FigureTile
          name="Đúng hạn trên số đã hoàn thành"
          numerator={102}
          denominator={113}
          counted="nhiệm vụ"
          asOf="15/11/2025"
          href="#records"
          tone="good"
          note="Huế; làm tròn 0,5 lên"
        />
        <FigureTile
          name="Quá hạn chưa hoàn thành"
          value="26"
          asOf="16/11/2025"
          href="#records"
          tone="bad"
          note="giao việc; một nhiệm vụ chung tính cho từng cơ quan"
        />
        <FigureTile
          name="Đúng hạn trên số đến hạn"
          numerator={0}
          denominator={0}
          counted="giao việc"
          asOf="16/11/2025"
          href="#records"
        />
      </Grid>
    ),
  },
  {
    name: 'LegendBar',
    draw: () => (
      <LegendBar
        segments={[
          { label: 'Hoàn thành đúng hạn', value: 102, tone: 'good', href: '#a' },
          { label: 'Hoàn thành quá hạn', value: 11, tone: 'late', href: '#b' },
          { label: 'Trong hạn', value: 18, tone: 'calm', href: '#c' },
          { label: 'Có nguy cơ trễ', value: 5, tone: 'warn', href: '#d' },
          { label: 'Quá hạn', value: 3, tone: 'bad', href: '#e' },
        ]}
      />
    ),
  },
  {
    name: 'ProgressBar',
    draw: () => (
      <div class="stack">
        <ProgressBar label="Số hóa hồ sơ" value={64} expected={50} showLabel />
        <ProgressBar label="Kết nối cơ sở dữ liệu" value={30} expected={75} showLabel />
        <ProgressBar label="Đào tạo cán bộ" value={100} showLabel />
      </div>
    ),
  },
  {
    name: 'Share, Sparkline',
    draw: () => (
      <p>
        Tỷ lệ hoàn thành <Share numerator={113} denominator={139} digits={2} />{' '}
        <Sparkline values={[41, 44, 52, 53, 61, 67.8]} label="Từ 41 % lên 67,8 % trong sáu tháng" />
      </p>
    ),
  },
];
