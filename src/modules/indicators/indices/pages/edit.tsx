import type { ReplyOf } from '../../../../kit/contract.ts';
import { addDays } from '../../../../kit/day.ts';
import { page, type PageContext, textOf } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { getIndexTree, stateIndexTree } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import { versionInput } from './edit-input.ts';
import { NodeFields } from './edit-node.tsx';
import { keptIn } from './kept.ts';
import { ordered } from './tree.tsx';
import { bandWords } from './words.ts';

type Tree = ReplyOf<typeof getIndexTree>['tree'];

function HeadFields({ p, tree }: { p: PageContext; tree: Tree }) {
  const t = messages[p.lang].edit;
  const kept = keptIn(p, 'default');
  return (
    <Panel title={t.names}>
      <FieldRow>
        <TextInput {...kept('version')} label={t.version} required size="short" />
        <DateInput {...kept('validFrom', addDays(p.today, 1))} label={t.validFrom} required />
        <TextInput
          {...kept('maximum', formatNumber(tree.maximum, p.lang))}
          label={t.maximum}
          required
          size="short"
        />
        {tree.ranking && <TextInput {...kept('floor', tree.ranking.floor)} label={t.floor} size="short" />}
      </FieldRow>
      <FieldRow>
        <TextInput {...kept('name.vi', tree.name.vi)} label={`${t.names} (${t.vi})`} required />
        <TextInput {...kept('name.en', tree.name.en)} label={`${t.names} (${t.en})`} required />
      </FieldRow>
      <FieldRow>
        <TextInput {...kept('source.vi', tree.source.vi)} label={`${t.source} (${t.vi})`} required />
        <TextInput {...kept('source.en', tree.source.en)} label={`${t.source} (${t.en})`} required />
      </FieldRow>
    </Panel>
  );
}

function BandFields({ p, tree }: { p: PageContext; tree: Tree }) {
  const t = messages[p.lang].edit;
  const kept = keptIn(p, 'default');
  return (
    <Panel title={t.bands}>
      <p class="soft">{t.bandsHint}</p>
      {[...tree.bands, undefined].map((band, i) => {
        const at = (name: string): string => `bands.${i}.${name}`;
        return (
          <fieldset class="field" key={band?.code ?? ''}>
            <legend class="label">
              {band ? `${band.name[p.lang]}: ${bandWords(p.lang, band)}` : t.newBand}
            </legend>
            <FieldRow>
              <TextInput {...kept(at('code'), band?.code)} label={t.code} size="short" />
              <TextInput {...kept(at('name.vi'), band?.name.vi)} label={t.vi} size="short" />
              <TextInput {...kept(at('name.en'), band?.name.en)} label={t.en} size="short" />
              <TextInput
                {...kept(at('from'), band && formatNumber(band.from, p.lang))}
                label={t.from}
                size="short"
              />
              <TextInput
                {...kept(at('to'), band?.to === undefined ? undefined : formatNumber(band.to, p.lang))}
                label={t.to}
                size="short"
              />
            </FieldRow>
          </fieldset>
        );
      })}
    </Panel>
  );
}

export const editTreePage = page({
  path: '/indices/:code/edit',
  permission: 'figure.define',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { tree } = await p.callWithQuery(getIndexTree, { code: p.params['code'] });
    const refused = p.form?.form === 'default' ? p.form : undefined;
    return {
      title: t.edit.title(tree.name[p.lang]),
      nav: 'indices',
      crumbs: [
        { href: '/indices', text: t.nav.indices },
        { href: `/indices/${tree.code}/tree`, text: tree.name[p.lang] },
      ],
      body: (
        <>
          <PageHead title={t.edit.title(tree.name[p.lang])} lead={<p>{t.edit.lead}</p>} />
          {refused && <ErrorSummary detail={refused.problem.remedy} errors={refused.errors} />}
          <Form csrf={p.csrf} name="default">
            <input type="hidden" name="base" value={tree.version} />
            <HeadFields p={p} tree={tree} />
            <Panel title={t.edit.nodes}>
              <p class="soft">
                {t.edit.remove} {t.edit.formulaHint}
              </p>
              {[...ordered(tree.nodes), undefined].map((node) => (
                <NodeFields
                  key={node?.code ?? ''}
                  p={p}
                  node={node}
                  i={node ? tree.nodes.indexOf(node) : tree.nodes.length}
                />
              ))}
            </Panel>
            <BandFields p={p} tree={tree} />
            <ButtonRow>
              <Button kind="primary">{t.edit.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    };
  },
  forms: {
    default: async (p, fields) => {
      const { tree } = await p.call(getIndexTree, {
        code: p.params['code']!,
        version: textOf(fields, 'base'),
      });
      const { code, version } = await p.call(stateIndexTree, versionInput(tree, fields));
      return {
        redirect: `/indices/${code}/tree?version=${version}`,
        flash: { vi: messages.vi.edit.done, en: messages.en.edit.done },
      };
    },
  },
});
