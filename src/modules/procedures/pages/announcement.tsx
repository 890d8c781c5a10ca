import type { PageContext } from '../../../kit/page.ts';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import type { Announcement } from '../rules/model.ts';
import { textIn } from './parts.tsx';

/** The decision that announces what is about to be published, with what the draft or a refused form says of it. */
export function AnnouncementFields({
  p,
  known,
  form = 'default',
}: {
  p: PageContext;
  known?: Announcement | undefined;
  form?: string;
}) {
  const { publish: t } = textIn(p);
  const refused = p.form?.form === form ? p.form : undefined;
  const box = (key: keyof Announcement) => {
    const name = `announcement.${key}`;
    const typed = refused?.values[name];
    return {
      name,
      value: refused ? (typeof typed === 'string' ? typed : '') : known?.[key],
      error: refused?.errors[name],
    };
  };
  return (
    <fieldset class="form group">
      <legend class="label">{t.announcement}</legend>
      <p>{t.announcementHint}</p>
      <FieldRow>
        <TextInput {...box('number')} label={t.announcementNumber} hint={t.announcementNumberHint} />
        <DateInput {...box('day')} label={t.announcementDay} max={p.today} hint={t.announcementDayHint} />
        <DateInput {...box('basisFrom')} label={t.basisFrom} hint={t.basisFromHint} />
      </FieldRow>
    </fieldset>
  );
}
