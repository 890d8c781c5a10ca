import type { CaseEvent } from '../../cases/contract.ts';
import type { MessageFacts } from './message.ts';
import { filled, type WireResult, type WireSupplement, wireMoment } from './wire.ts';

/** Each supplement that was asked for, whether it came, and the days promised before and after. */
export function supplementsOf({ events, names }: MessageFacts): WireSupplement[] {
  const list: WireSupplement[] = [];
  let due: string | undefined;
  for (const event of events) {
    if (event.type === 'case.received') due = event.due.at;
    if (event.type === 'case.supplementAsked') list.push(askedFor(event, list.length + 1, due, names));
    const last = list.at(-1);
    if (event.type === 'case.supplementReceived' && last) Object.assign(last, cameIn(event, names));
    if (event.type === 'case.dueRecomputed') {
      due = event.to ?? due;
      if (last?.TrangThaiBoSung === '1' && !last.NgayHenTraMoi && due) last.NgayHenTraMoi = wireMoment(due);
    }
  }
  return list;
}

function askedFor(
  event: CaseEvent & { type: 'case.supplementAsked' },
  number: number,
  due: string | undefined,
  names: MessageFacts['names'],
): WireSupplement {
  return filled<WireSupplement>({
    HoSoBoSungId: String(number),
    NguoiYeuCauBoSung: names.person(event.by.person) ?? '',
    NoiDungBoSung: event.points.map(({ text }) => text).join('; '),
    NgayBoSung: wireMoment(event.at),
    TrangThaiBoSung: '0',
    NgayHenTraTruoc: due ? wireMoment(due) : '',
  });
}

const cameIn = (event: CaseEvent, names: MessageFacts['names']): Partial<WireSupplement> =>
  filled({
    NguoiTiepNhanBoSung: names.person(event.by.person) ?? '',
    ThongTinTiepNhan: event.by.as === 'applicant' ? 'Người nộp bổ sung trực tuyến' : 'Bổ sung tại quầy',
    NgayTiepNhanBoSung: wireMoment(event.at),
    TrangThaiBoSung: '1' as const,
  });

/** The result that holds, once it is granted: its code, and the link without which it counts as not digitised. */
export function resultsOf({ state, version, links }: MessageFacts): WireResult[] {
  const { decision, ended } = state;
  if (ended?.how !== 'finished' || decision?.outcome !== 'granted' || decision.revoked) return [];
  const { results, name } = version.content;
  return [
    filled<WireResult>({
      TenGiayTo: results[0]?.name.vi ?? name.vi,
      GiayToId: decision.number ?? '',
      MaKetQua: results[0]?.code ?? '',
      DuongDanTepTinKetQua: links.result ?? '',
    }),
  ];
}
