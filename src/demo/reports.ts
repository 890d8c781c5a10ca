/** Reports of the demonstration: one of Huế for a quarter, one for a session of the Government's committee, one being written. */
import type { InputOf } from '../kit/contract.ts';
import { freezeDraft, openDraft, saveDraft } from '../modules/indicators/reporting/contract/drafts.ts';
import { people } from './accounts.ts';
import type { Happening, Stage } from './stage.ts';
import { marked } from './wording.ts';

interface Written {
  at: string;
  draft: InputOf<typeof openDraft>;
  /** Lines of the first part, on leadership. */
  leadership: string;
  by: string;
  /** Who signs; without one it is still being written. */
  signs?: string;
}

const written: readonly Written[] = [
  {
    at: '2025-10-02T09:00:00+07:00',
    draft: {
      unitId: 'province-46',
      aboutUnitId: 'province-46',
      templateCode: 'quarter',
      period: '2025-Q3',
      place: 'Huế',
    },
    leadership:
      'Thành phố đã chỉ đạo rà soát toàn bộ nhiệm vụ quá hạn; còn {{figure:overdueShare|numerator}} nhiệm vụ.',
    by: people.hueOffice,
    signs: people.hueOffice,
  },
  {
    at: '2025-11-15T07:30:00+07:00',
    draft: { unitId: 'government', templateCode: 'session', period: '2025-11-15' },
    leadership:
      'Đã hoàn thành {{figure:completionOfAll}}; riêng Bộ Khoa học và Công nghệ {{figure:completionOfAll|Bộ Khoa học và Công nghệ}}.',
    by: people.office,
    signs: people.leader,
  },
  {
    at: '2025-11-15T16:00:00+07:00',
    draft: { unitId: 'government', templateCode: 'month', period: '2025-11' },
    leadership: 'Trong tháng ban hành 3 văn bản; tỷ lệ hoàn thành {{figure:completionOfAll|change}}.',
    by: people.office,
  },
];

async function write(stage: Stage, { draft, leadership, by, signs }: Written): Promise<void> {
  const { id } = await stage.call(openDraft, draft, by);
  const content = { 'part.a.shown': '1', 'part.a.text': marked(leadership) };
  await stage.call(saveDraft, { id, content }, by);
  if (signs) await stage.call(freezeDraft, { id }, signs);
}

export const reportHappenings = (): Happening[] =>
  written.map((one) => ({
    at: new Date(one.at),
    key: `report ${one.draft.templateCode} of ${one.draft.unitId}`,
    run: (stage) => write(stage, one),
  }));
