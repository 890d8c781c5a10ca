import { checkForm } from '../../form/check.ts';
import { checkCondition } from '../../form/conditions.ts';
import { conditionsOf } from '../effective.ts';
import type { Check, Finding } from './model.ts';

const conditionFields: Check = {
  name: 'conditionFields',
  severity: 'block',
  title: { vi: 'Điều kiện hoặc biểu mẫu chưa đúng', en: 'A condition or the form is wrong' },
  remedy: {
    vi: 'Điều kiện chỉ dùng các trường có trong biểu mẫu; mỗi dữ liệu chỉ hỏi một lần.',
    en: 'Conditions use fields of the form only; each datum is asked once.',
  },
  find: (content): Finding[] => {
    const fields = (content.form?.sections ?? []).flatMap((section) => section.fields);
    const conditions = conditionsOf(content)
      .filter(({ place }) => !place.startsWith('form.'))
      .flatMap(({ place: path, when }) => checkCondition(when, fields).map((text) => ({ path, ...text })));
    const form = content.form
      ? checkForm(content.form).map(({ key, message }) => ({
          path: key ? `form.${key}` : 'form',
          ...message,
        }))
      : [];
    return [...conditions, ...form];
  },
};

export const formChecks: readonly Check[] = [conditionFields];
