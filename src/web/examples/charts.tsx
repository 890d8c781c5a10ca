import { BarChart, LineChart } from '../charts.tsx';
import { IntervalBar } from '../components/interval.tsx';
import type { Example } from './example.ts';

const units = [
  'Bộ Khoa học và Công nghệ',
  'Bộ Công an',
  'Bộ Nội vụ',
  'UBND thành phố Hà Nội',
  'UBND thành phố Huế',
];

export const chartExamples: readonly Example[] = [
  {
    name: 'IntervalBar',
    draw: () => (
      <p>
        11/12:{' '}
        <IntervalBar value={91.7} low={64.6} high={98.5} scale={100} label="91,7 %, từ 64,6 đến 98,5 %" />
      </p>
    ),
  },
  {
    name: 'BarChart (stacked)',
    draw: () => (
      <BarChart
        title="Giao việc theo cơ quan và trạng thái"
        note="Tính đến 16/11/2025; nhiệm vụ chung tính cho từng cơ quan."
        categoryName="Cơ quan"
        categories={units}
        stacked
        series={[
          { name: 'Hoàn thành đúng hạn', tone: 'good', values: [48, 22, 9, 31, 12] },
          { name: 'Hoàn thành quá hạn', tone: 'late', values: [13, 8, 2, 4, 1] },
          { name: 'Trong hạn', tone: 'calm', values: [66, 9, 14, 18, 9] },
          { name: 'Quá hạn', tone: 'bad', values: [11, 2, 5, 7, 0] },
        ]}
      />
    ),
  },
  {
    name: 'BarChart',
    draw: () => (
      <BarChart
        title="Tỷ lệ hoàn thành"
        categoryName="Cơ quan"
        categories={units}
        unit="%"
        max={100}
        series={[{ name: 'Tỷ lệ', tone: 'series1', values: [44.2, 73.2, 36.7, 58.3, 59.1] }]}
      />
    ),
  },
  {
    name: 'BarChart (upright)',
    draw: () => (
      <BarChart
        title="Nhiệm vụ đến hạn và hoàn thành theo tháng"
        categoryName="Tháng"
        categories={['06/2025', '07/2025', '08/2025', '09/2025', '10/2025', '11/2025']}
        upright
        series={[
          { name: 'Đến hạn', tone: 'idle', values: [40, 18, 12, 51, 9, 22] },
          { name: 'Hoàn thành', tone: 'good', values: [31, 15, 14, 38, 12, 16] },
        ]}
      />
    ),
  },
  {
    name: 'LineChart',
    draw: () => (
      <LineChart
        title="Kinh tế số trên GRDP: thực hiện so với lộ trình"
        categoryName="Năm"
        categories={['2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030']}
        unit="%"
        series={[
          {
            name: 'Thực hiện',
            tone: 'series1',
            values: [14.3, 16.5, 18.3, 19.1, null, null, null, null, null],
          },
          {
            name: 'Lộ trình',
            tone: 'series2',
            dashed: true,
            values: [14, 16, 18, 20, null, null, null, null, 30],
          },
        ]}
      />
    ),
  },
];
