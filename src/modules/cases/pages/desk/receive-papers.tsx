import { Checkbox } from '../../../../web/components/choices.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { FileInput, Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import type { Lang } from '../../../../web/language.tsx';
import type { Kept } from './parts/forms.tsx';
import { sayIn, useDesk } from './parts/words.tsx';
import type { ChecklistItem } from './receive-load.ts';

interface Props {
  kept: Kept;
  items: readonly ChecklistItem[];
  /** Nothing was typed yet: what must be there is ticked. */
  isFresh: boolean;
  lang: Lang;
}

/** In which form a paper usually comes. */
const usual = (item: ChecklistItem): string =>
  item.kind === 'shown' ? 'shown' : item.originals > 0 || item.copies === 0 ? 'original' : 'copy';

function Paper({ kept, item, isFresh, lang }: { item: ChecklistItem } & Omit<Props, 'items'>) {
  const { receive: t, words } = useDesk();
  const name = sayIn(lang, item);
  const { key } = item;
  const fileName = kept.value(`fileName.${key}`);
  return (
    <fieldset class="field">
      <legend class="label">
        {name}{' '}
        <span class="label-note">({item.required ? t.needs(item.originals, item.copies) : t.optional})</span>
      </legend>
      <FieldRow>
        <Checkbox
          name={`got.${key}`}
          id={kept.field(`got.${key}`).id}
          label={t.got}
          checked={isFresh ? item.required && !item.conditional : kept.checked(`got.${key}`)}
        />
        <Select
          {...kept.field(`as.${key}`, usual(item))}
          label={t.as}
          size="short"
          options={(['original', 'copy', 'certified', 'scan', 'shown', 'electronic'] as const).map(
            (value) => ({
              value,
              text: words.forms[value],
            }),
          )}
        />
        <TextInput
          {...kept.field(`count.${key}`, Math.max(1, item.originals + item.copies))}
          label={t.count}
          inputMode="numeric"
          size="short"
        />
        <FileInput
          {...kept.field(`file.${key}`)}
          label={t.file}
          accept=".pdf,.jpg,.jpeg,.png"
          hint={fileName}
          optional
        />
      </FieldRow>
      <input type="hidden" name={`fileId.${key}`} value={kept.value(`fileId.${key}`) ?? ''} />
      <input type="hidden" name={`fileName.${key}`} value={fileName ?? ''} />
    </fieldset>
  );
}

/** The checklist: what comes over the desk, and what is looked up instead of being asked for. */
export function Components({ items, ...rest }: Props) {
  const { receive: t } = useDesk();
  if (items.length === 0) return null;
  return (
    <Panel title={t.components}>
      <p class="hint">{t.componentsHint}</p>
      <div class="form">
        {items.map((item) =>
          item.replacedBy ? (
            <p key={item.key}>
              {sayIn(rest.lang, item)}:{' '}
              <span class="soft">{t.replaced(item.replacedBy.database, item.replacedBy.legalPlace)}</span>
            </p>
          ) : (
            <Paper key={item.key} item={item} {...rest} />
          ),
        )}
      </div>
    </Panel>
  );
}
