import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { FieldGroup } from '../../../../web/components/field.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Explain } from '../../../../web/components/records.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { getIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import { scopes } from '../rules/model.ts';
import { labelOf } from './frame.tsx';
import { keptIn, manyIn } from './kept.ts';

type Node = ReplyOf<typeof getIndexTree>['tree']['nodes'][number];
const rules = ['unknown', 'ratio', 'points', 'notApplicable', 'previousYear'] as const;

interface NodeProps {
  p: PageContext;
  node: Node | undefined;
  i: number;
}

/** What holds for an indicator without a denominator, and the levels that it is meant for. */
function Exceptions({ p, node, i }: NodeProps) {
  const t = messages[p.lang];
  const kept = keptIn(p, 'default');
  const at = (name: string): string => `nodes.${i}.${name}`;
  const worth = node && 'value' in node.zero ? formatNumber(node.zero.value, p.lang) : undefined;
  const own = manyIn(p, 'default')(at('scopes'), node?.scopes ?? scopes);
  return (
    <FieldRow>
      <Select
        {...kept(at('zero.rule'), node?.zero.rule ?? 'unknown')}
        label={t.tree.zero}
        options={rules.map((value) => ({ value, text: t.edit.zeros[value] }))}
      />
      <TextInput
        {...kept(at('zero.value'), worth)}
        label={t.edit.zeroValue}
        inputMode="decimal"
        size="short"
      />
      <FieldGroup name={own.name} label={t.tree.scopes} error={own.error} inline>
        {scopes.map((one) => (
          <Checkbox
            key={one}
            name={own.name}
            value={one}
            label={t.ranking.levels[one]}
            checked={own.values.includes(one)}
          />
        ))}
      </FieldGroup>
    </FieldRow>
  );
}

/** One row of the tree: a group, an indicator, or room for another one. */
export function NodeFields({ p, node, i }: NodeProps) {
  const t = messages[p.lang].edit;
  const kept = keptIn(p, 'default');
  const at = (name: string): string => `nodes.${i}.${name}`;
  const isGroup = node?.source.kind === 'group';
  const title = node ? labelOf(node, p) : t.newRow;
  const errors = Object.keys(p.form?.errors ?? {});
  const isOpen = errors.some((name) => name.startsWith(`nodes.${i}.`));
  return (
    <Explain
      open={isOpen}
      summary={
        <>
          {isGroup ? <strong>{title}</strong> : title}
          {node && (
            <small>
              {' '}
              {t.max}: {formatNumber(node.max, p.lang)}
            </small>
          )}
        </>
      }
    >
      <FieldRow>
        <TextInput {...kept(at('code'), node?.code)} label={t.code} size="short" />
        <TextInput {...kept(at('max'), node && formatNumber(node.max, p.lang))} label={t.max} size="short" />
        <TextInput {...kept(at('parent'), node?.parent)} label={t.group} size="short" />
      </FieldRow>
      <FieldRow>
        <TextInput {...kept(at('name.vi'), node?.name.vi)} label={t.vi} />
        <TextInput {...kept(at('name.en'), node?.name.en)} label={t.en} />
      </FieldRow>
      {!isGroup && (
        <FieldRow>
          <TextInput {...kept(at('points'), node?.points)} label={t.formula} spellcheck={false} />
          <TextInput
            {...kept(at('figure'), node?.source.kind === 'figure' ? node.source.figure : undefined)}
            label={t.figure}
          />
        </FieldRow>
      )}
      {!isGroup && <Exceptions p={p} node={node} i={i} />}
    </Explain>
  );
}
