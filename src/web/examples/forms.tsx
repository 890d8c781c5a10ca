import {
  Button,
  ButtonRow,
  CopyLink,
  CopyText,
  Link,
  LinkButton,
  PrintButton,
} from '../components/button.tsx';
import { Checkbox, Radios } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { DateSlider } from '../components/date-slider.tsx';
import { FieldGroup } from '../components/field.tsx';
import { ErrorSummary, FieldRow, FilterBar, Form } from '../components/form.tsx';
import { FileInput, Select, TextArea, TextInput } from '../components/inputs.tsx';
import { UnitPicker } from '../components/unit-picker.tsx';
import type { Example } from './example.ts';

const units = [
  { value: 'bca', text: 'Bộ Công an' },
  { value: 'bkhcn', text: 'Bộ Khoa học và Công nghệ' },
  { value: 'hue', text: 'UBND thành phố Huế' },
];

export const formExamples: readonly Example[] = [
  {
    name: 'Button, LinkButton, Link',
    draw: () => (
      <ButtonRow>
        <Button kind="primary">Gửi báo cáo</Button>
        <Button icon="edit">Sửa</Button>
        <LinkButton href="#import" icon="upload">
          Nhập tệp
        </LinkButton>
        <Button kind="danger" icon="cancel" type="button">
          Hủy nhiệm vụ
        </Button>
        <Button kind="quiet" small>
          Xem thêm
        </Button>
        <Button disabled>Đã khóa kỳ</Button>
        <CopyLink label="Sao chép liên kết" done="Đã sao chép" />
        <CopyText text="K7WQ2M9RXT" label="Sao chép mã" done="Đã sao chép" />
        <PrintButton label="In trang này" />
        <Link href="#task" strong>
          Mở nhiệm vụ
        </Link>
      </ButtonRow>
    ),
  },
  {
    name: 'Form',
    note: 'Ô hỏng có chữ, biểu tượng và vạch; nháp được lưu khi đang gõ.',
    draw: () => (
      <Form csrf="token" name="report" autosave="/api/reports/1/draft">
        <ErrorSummary
          errors={{
            documentNumber: 'Ghi số, ký hiệu của văn bản, ví dụ 118/TTr-BKHCN',
            forecast: 'Ngày dự kiến phải sau ngày báo cáo',
          }}
        />
        <FieldRow>
          <TextInput
            name="documentNumber"
            label="Số, ký hiệu sản phẩm"
            required
            error="Ghi số, ký hiệu của văn bản, ví dụ 118/TTr-BKHCN"
          />
          <DateInput name="documentDate" label="Ngày ban hành" value="2025-11-12" />
        </FieldRow>
        <FieldRow>
          <TextInput
            name="progress"
            label="Tiến độ"
            type="number"
            min={0}
            max={100}
            unit="%"
            value={60}
            hint="So với toàn bộ nhiệm vụ"
          />
          <TextInput
            name="paid"
            label="Đã giải ngân"
            inputMode="numeric"
            unit="đồng"
            value="1.250.000.000"
            optional
          />
        </FieldRow>
        <Select name="unit" label="Cơ quan phối hợp" options={units} empty="Chọn cơ quan" value="hue" />
        <TextArea
          name="difficulty"
          label="Khó khăn, vướng mắc"
          hint="Nêu cơ quan cần giải quyết và việc đề nghị."
          value="Chưa có định mức kinh phí cho xã."
          optional
        />
        <Radios
          name="outcome"
          label="Kết quả kỳ này"
          value="progress"
          choices={[
            { value: 'progress', text: 'Có tiến triển' },
            { value: 'nothing', text: 'Không phát sinh', hint: 'Vẫn là một báo cáo hợp lệ.' },
            { value: 'done', text: 'Đã hoàn thành, có sản phẩm' },
          ]}
        />
        <FieldGroup name="notify" label="Báo cho" inline>
          <Checkbox name="notify" value="head" label="Thủ trưởng cơ quan" checked />
          <Checkbox name="notify" value="office" label="Văn phòng" />
        </FieldGroup>
        <FileInput
          name="evidence"
          label="Tệp minh chứng"
          accept=".pdf,.docx"
          hint="PDF hoặc DOCX, mỗi tệp đến 20 MB."
          multiple
        />
        <ButtonRow>
          <Button kind="primary">Gửi báo cáo</Button>
          <Button kind="danger" name="discard" confirm="Bỏ bản nháp này? Không lấy lại được.">
            Bỏ bản nháp
          </Button>
        </ButtonRow>
      </Form>
    ),
  },
  {
    name: 'UnitPicker',
    note: 'Gõ tên hoặc mã, không cần dấu; không có tập lệnh thì tìm rồi chọn một.',
    draw: () => (
      <Form csrf="token" name="pick">
        <UnitPicker
          name="chosenUnit"
          label="Cơ quan chủ trì"
          pick={{ source: '/api/organisations/search', value: 'bca', text: 'Bộ Công an', seen: 'Bộ Công an' }}
          search
          required
        />
        <UnitPicker
          name="foundUnit"
          label="Chuyển cho"
          error="Chọn một trong các cơ quan khớp với “tan phu”."
          pick={{
            source: '/api/organisations/search',
            text: 'tan phu',
            seen: 'tan phu',
            found: [
              { id: 'tan-phu-dn', text: 'Xã Tân Phú', note: 'Đồng Nai' },
              { id: 'tan-phu-vl', text: 'Xã Tân Phú', note: 'Vĩnh Long' },
            ],
            more: true,
          }}
        />
        <UnitPicker
          name="noUnit"
          label="Cơ quan phối hợp"
          pick={{ source: '/api/organisations/search', text: 'khong co', seen: 'khong co', found: [] }}
          optional
        />
      </Form>
    ),
  },
  {
    name: 'Select (disabled)',
    draw: () => (
      <Select
        name="locked"
        label="Kỳ báo cáo"
        options={[{ value: 'q3', text: 'Quý III năm 2025' }]}
        value="q3"
        disabled
      />
    ),
  },
  {
    name: 'FilterBar',
    draw: () => (
      <FilterBar clearHref="#clear">
        <TextInput name="q" id="filter-q" label="Từ khóa" type="search" value="dữ liệu" />
        <Select name="lead" id="filter-lead" label="Chủ trì" options={units} empty="Mọi cơ quan" />
        <Select
          name="time"
          id="filter-time"
          label="Thời hạn"
          options={[{ value: 'overdue', text: 'Quá hạn' }]}
          empty="Tất cả"
          value="overdue"
        />
      </FilterBar>
    ),
  },
  {
    name: 'DateSlider',
    draw: () => (
      <DateSlider
        from="2025-01-01"
        to="2025-12-31"
        value="2025-07-01"
        marks={[
          { day: '2025-03-01', text: 'Sắp xếp các bộ', href: '#march' },
          { day: '2025-07-01', text: '34 tỉnh, bỏ cấp huyện', href: '#july' },
        ]}
      />
    ),
  },
];
