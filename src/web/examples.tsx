/** Every component in every state, once: the gallery page, the unit tests and the accessibility test all read this. */
import type { VNode } from 'preact';
import { chartExamples } from './examples/charts.tsx';
import { formExamples } from './examples/forms.tsx';
import { listExamples } from './examples/lists.tsx';
import { partExamples } from './examples/parts.tsx';
import { stateExamples } from './examples/states.tsx';
import type { Lang } from './language.tsx';

export interface Example {
  /** Name of the component in code. */
  name: string;
  note?: string;
  draw: (lang: Lang) => VNode;
}
export interface ExampleGroup {
  id: string;
  title: string;
  examples: readonly Example[];
}

export const exampleGroups: readonly ExampleGroup[] = [
  { id: 'states', title: 'Trạng thái và số liệu', examples: stateExamples },
  { id: 'lists', title: 'Bảng và danh sách', examples: listExamples },
  { id: 'forms', title: 'Biểu mẫu', examples: formExamples },
  { id: 'parts', title: 'Thành phần trang', examples: partExamples },
  { id: 'charts', title: 'Biểu đồ', examples: chartExamples },
];
