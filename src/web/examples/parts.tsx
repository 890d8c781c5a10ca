import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { Stepper, Tabs } from '../components/lists.tsx';
import { Notice } from '../components/notice.tsx';
import { Columns, PageHead, Panel } from '../components/panel.tsx';
import { Hero, SearchForm } from '../components/records.tsx';
import { StateChip } from '../components/state.tsx';
import { Icon, iconNames } from '../icons.tsx';
import { Mark } from '../mark.tsx';
import type { Example } from './example.ts';

export const partExamples: readonly Example[] = [
  {
    name: 'Mark',
    draw: () => (
      <p class="chip-row">
        <Mark size={16} /> <Mark size={28} /> <Mark size={64} />
      </p>
    ),
  },
  {
    name: 'Icon',
    draw: () => (
      <ul class="icon-list">
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} /> <code>{name}</code>
          </li>
        ))}
      </ul>
    ),
  },
  {
    name: 'Notice',
    draw: () => (
      <div class="stack">
        <Notice title="Kỳ báo cáo quý IV khóa lúc 17:00 ngày 25/12/2025.">
          <p>Sau giờ này phải xin mở khóa, có lý do.</p>
        </Notice>
        <Notice tone="good">
          <p>Đã gửi báo cáo.</p>
        </Notice>
        <Notice tone="warn" title="Mẫu số đã thay đổi">
          <p>
            12 nhiệm vụ được thêm theo <a href="#doc">Thông báo 56/TB-VPCP</a>.
          </p>
        </Notice>
        <Notice tone="bad" title="Tổng không khớp">
          <p>9.831 hồ sơ theo bảng, 9.813 theo tổng từng xã.</p>
        </Notice>
      </div>
    ),
  },
  {
    name: 'Breadcrumbs',
    draw: () => (
      <Breadcrumbs
        label="Ví dụ"
        items={[
          { href: '#home', text: 'Trang chủ' },
          { href: '#all', text: 'Văn bản' },
          { text: 'Nghị quyết 03/NQ-CP' },
        ]}
      />
    ),
  },
  {
    name: 'Tabs',
    draw: () => (
      <Tabs
        label="Phần của nhiệm vụ"
        items={[
          { href: '#overview', text: 'Tổng quan', current: true },
          { href: '#reports', text: 'Báo cáo', count: 7 },
          { href: '#history', text: 'Lịch sử' },
        ]}
      />
    ),
  },
  {
    name: 'Stepper',
    draw: () => (
      <div class="stack">
        <Stepper
          label="Đường đi của báo cáo"
          steps={[
            { title: 'Đã báo cáo', state: 'done', note: '12/11/2025' },
            { title: 'Thủ trưởng xác nhận', state: 'current' },
            { title: 'Văn phòng chấp nhận', state: 'waiting' },
          ]}
        />
        <Stepper
          label="Nhập tệp"
          steps={[
            { title: 'Chọn tệp', state: 'done' },
            { title: 'Kiểm tra', state: 'failed', note: '3 dòng có lỗi' },
            { title: 'Ghi vào sổ', state: 'waiting' },
          ]}
        />
      </div>
    ),
  },
  {
    name: 'Panel, Columns',
    draw: () => (
      <Columns
        aside={
          <Panel title="Bên cạnh" level={3}>
            <p>Cơ quan phối hợp, liên hệ.</p>
          </Panel>
        }
      >
        <Panel title="Nội dung" level={3} actions={<a href="#edit">Sửa</a>}>
          <p>Tờ giấy trên nền trang.</p>
        </Panel>
      </Columns>
    ),
  },
  {
    name: 'PageHead',
    draw: () => (
      <PageHead
        level={4}
        kicker="Nhiệm vụ II.12 · Nghị quyết 03/NQ-CP ngày 09/01/2025"
        title={<span>Xây dựng Chiến lược dữ liệu quốc gia</span>}
        chips={<StateChip work="inProgress" time="overdue" days={139} />}
        actions={
          <>
            <Button kind="primary">Báo cáo</Button>
            <LinkButton href="#extend">Xin gia hạn</LinkButton>
          </>
        }
      />
    ),
  },
  {
    name: 'Hero, SearchForm',
    draw: () => (
      <Hero
        level={4}
        title="Từ nghị quyết đến kết quả"
        lead="Ai được giao, đến hạn khi nào, đã làm được gì: mỗi con số mở ra danh sách đã tạo nên nó."
      >
        <SearchForm action="/search" name="hero" label="Tìm văn bản, nhiệm vụ, cơ quan" button="Tìm" />
      </Hero>
    ),
  },
];
