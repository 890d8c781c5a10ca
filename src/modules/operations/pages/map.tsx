import { page } from '../../../kit/page.ts';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { getAreas } from '../contract.ts';
import { mapFigures } from '../contract/map.ts';
import { AreaPicture, type Areas, AreaTable, isDrawn } from './areas.tsx';
import { count, say, words } from './panels/shown.tsx';

/** How many faults of a file are named. */
const NAMED = 40;

function Faults({ told, lang, text }: { told: Areas; lang: 'vi' | 'en'; text: string }) {
  const faults = told.boundaries?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <Notice tone="warn" title={text}>
      <ul>
        {faults.slice(0, NAMED).map((one) => (
          <li key={one.en}>{one[lang]}</li>
        ))}
      </ul>
    </Notice>
  );
}

export const mapPage = pickedPage(
  page({
    path: '/operations/map',
    permission: 'operations.view',
    area: 'workbench',
    get: async (p) => {
      const t = words(p).areas;
      const figure = mapFigures.find((one) => one === p.query['figure']) ?? 'lateTasks';
      const { unitId } = p.query;
      const told = await p.call(getAreas, { figure, ...(unitId && { unitId }) });
      const name = say(p, told.unit.name);
      return {
        title: `${t.pageTitle} – ${name}`,
        nav: 'operations',
        wide: true,
        crumbs: [{ href: `/operations?unitId=${told.unit.id}`, text: words(p).title }],
        body: (
          <>
            <PageHead title={t.pageTitle} kicker={name} lead={<p>{t.figures[figure]}</p>} />
            <FilterBar button={t.show}>
              <UnitPicker
                name="unitId"
                label={words(p).unit}
                pick={await unitPick(p, 'unitId', {
                  may: 'operations.view',
                  given: (field) => (field === 'unitId' ? told.unit.id : p.query[field]),
                })}
              />
              <Select
                name="figure"
                label={t.figure}
                value={figure}
                options={mapFigures.map((value) => ({ value, text: t.figures[value] }))}
              />
            </FilterBar>
            <Faults
              told={told}
              lang={p.lang}
              text={t.faults(count(p, told.boundaries?.faults.length ?? 0))}
            />
            <div class="board">
              {isDrawn(told) && (
                <Panel title={t.title}>
                  <AreaPicture p={p} told={told} />
                </Panel>
              )}
              <Panel title={t.table} flush>
                <AreaTable p={p} told={told} />
              </Panel>
            </div>
            {!told.boundaries && <p class="hint">{t.noBoundaries}</p>}
          </>
        ),
      };
    },
  }),
  { unitId: { may: 'operations.view' } },
);
