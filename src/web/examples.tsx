/** Every component in every state, once: the gallery page, the unit tests and the accessibility test all read this. */

import { chartExamples } from './examples/charts.tsx';
import type { Example } from './examples/example.ts';
import { formExamples } from './examples/forms.tsx';
import { listExamples } from './examples/lists.tsx';
import { partExamples } from './examples/parts.tsx';
import { recordExamples } from './examples/records.tsx';
import { stateExamples } from './examples/states.tsx';

export interface ExampleGroup {
  id: string;
  title: string;
  examples: readonly Example[];
}

export const exampleGroups: readonly ExampleGroup[] = [
  { id: 'states', title: 'Trạng thái và số liệu', examples: stateExamples },
  { id: 'lists', title: 'Bảng và danh sách', examples: [...listExamples, ...recordExamples] },
  { id: 'forms', title: 'Biểu mẫu', examples: formExamples },
  { id: 'parts', title: 'Thành phần trang', examples: partExamples },
  { id: 'charts', title: 'Biểu đồ', examples: chartExamples },
];
