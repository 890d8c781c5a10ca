/**
 * Plays the national portal: opens sessions, takes cases and their steps, and says what it has. What goes wrong in practice
 * can be provoked: dead, slow, a field refused, an answer lost after the message was taken, another status, a case forgotten.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Record<string, unknown>;

/** What the portal keeps of a case. */
export interface KeptCase {
  record: Fields;
  status: string;
  /** Steps by their moment and status: the same one told twice is one. */
  steps: Fields[];
  /** How often a message of it was taken. */
  taken: number;
}

/** What a test, or the demonstration, asks the portal to do. */
export interface Mischief {
  /** Connections are cut without an answer. */
  dead: boolean;
  /** Milliseconds before each answer. */
  slowMs: number;
  /** Messages without this field are refused; `TaiLieuNop.DuocSoHoa` looks into the papers. */
  refuseWithout: string | undefined;
  /** Messages of these cases are refused with these words. */
  refuse: Map<string, string>;
  /** So many answers are lost after the message has been taken. */
  loseAnswers: number;
}

export interface PortalOptions {
  port?: number;
  account?: string;
  secret?: string;
  /** Cases are kept in this file, over a restart. */
  file?: string;
  /** Called before a message of a case is judged, and before cases are looked up by days: the demonstration makes its mischief here. */
  onMessage?: (code: string, portal: NationalPortal) => void;
  onComparison?: (portal: NationalPortal) => void;
}

export interface NationalPortal extends AsyncDisposable {
  url: string;
  account: string;
  secret: string;
  cases: Map<string, KeptCase>;
  mischief: Mischief;
  /** Every call in its order: service and code. */
  heard: { service: string; code: string }[];
  /** Reports another status than it was told. */
  report(code: string, status: number | string): void;
  forget(code: string): void;
  /** Ends every session. */
  endSessions(): void;
}

interface Answer {
  error_code: '00' | '-1';
  error_message?: string;
  session?: string;
  data?: Fields[];
  next?: string;
}
const good = (more: Partial<Answer> = {}): Answer => ({ error_code: '00', ...more });
const bad = (error_message: string): Answer => ({ error_code: '-1', error_message });
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const PAGE = 200;

async function readJson(request: IncomingMessage): Promise<Fields> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Fields;
}

function isMissing(record: Fields, path: string): boolean {
  const [list, field] = path.split('.');
  if (!field) return !record[path];
  const rows = record[list!];
  return !Array.isArray(rows) || rows.some((row) => !(row as Fields)[field]);
}

/** The day of `17/11/2025 08:15:00` so that days compare. */
const dayOf = (text: unknown): string => textOf(text).slice(0, 10).split('/').toReversed().join('-');

class Portal implements NationalPortal {
  url = '';
  readonly account: string;
  readonly secret: string;
  readonly cases = new Map<string, KeptCase>();
  readonly heard: { service: string; code: string }[] = [];
  readonly mischief: Mischief = {
    dead: false,
    slowMs: 0,
    refuseWithout: undefined,
    refuse: new Map(),
    loseAnswers: 0,
  };
  readonly #sessions = new Set<string>();
  readonly #options: PortalOptions;
  readonly #server: Server;

  constructor(options: PortalOptions) {
    this.#options = options;
    this.account = options.account ?? 'H57';
    this.secret = options.secret ?? randomUUID();
    const { file } = options;
    if (file && existsSync(file))
      for (const [code, kept] of JSON.parse(readFileSync(file, 'utf8')) as [string, KeptCase][])
        this.cases.set(code, kept);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(this.#options.port ?? 0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  report(code: string, status: number | string): void {
    this.cases.get(code)!.status = String(status);
    this.#save();
  }
  forget(code: string): void {
    this.cases.delete(code);
    this.#save();
  }
  endSessions(): void {
    this.#sessions.clear();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #save(): void {
    if (this.#options.file) writeFileSync(this.#options.file, JSON.stringify([...this.cases]));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { mischief } = this;
    if (mischief.dead) return void request.socket.destroy();
    const body = await readJson(request);
    if (mischief.slowMs > 0) await wait(mischief.slowMs);
    const service = (request.url ?? '').slice(1);
    const answer = this.#answer(service, body);
    this.#save();
    if (answer.error_code === '00' && service.startsWith('DongBo') && mischief.loseAnswers > 0) {
      mischief.loseAnswers -= 1;
      return void request.socket.destroy();
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer));
  }

  #answer(service: string, body: Fields): Answer {
    if (service === 'session') {
      if (body['TaiKhoan'] !== this.account || body['MatKhau'] !== this.secret)
        return bad('Tài khoản hoặc mật khẩu không đúng');
      const session = randomUUID();
      this.#sessions.add(session);
      return good({ session });
    }
    if (!this.#sessions.has(textOf(body['session']))) return bad('Phiên làm việc đã hết hạn');
    if (service === 'TraCuuHoSo') return this.#lookUp(body);
    const [record] = (body['data'] ?? []) as Fields[];
    const code = textOf(record?.['MaHoSo']);
    this.heard.push({ service, code });
    if (!record || !code) return bad('Thiếu trường MaHoSo');
    this.#options.onMessage?.(code, this);
    const words = this.mischief.refuse.get(code);
    if (words) return bad(words);
    if (service === 'DongBoHoSoMC') return this.#take(code, record, body['isUpdating'] === true);
    if (service === 'CapNhatTienDoHoSoMC') return this.#step(code, record);
    return bad(`Không có dịch vụ ${service}`);
  }

  #take(code: string, record: Fields, isUpdating: boolean): Answer {
    const field = this.mischief.refuseWithout;
    if (field && isMissing(record, field)) return bad(`Thiếu trường ${field}`);
    const known = this.cases.get(code);
    if (isUpdating && !known) return bad(`Không tìm thấy hồ sơ ${code}`);
    const status = textOf(record['TrangThaiHoSo']);
    if (!isUpdating && known && known.status !== status) return bad(`Hồ sơ ${code} đã tồn tại`);
    const { steps, taken } = known ?? { steps: [], taken: 0 };
    this.cases.set(code, { record, status, steps, taken: taken + 1 });
    return good();
  }

  #step(code: string, record: Fields): Answer {
    const known = this.cases.get(code);
    if (!known) return bad(`Không tìm thấy hồ sơ ${code}`);
    const same = (one: Fields) =>
      one['ThoiDiemXuLy'] === record['ThoiDiemXuLy'] && one['TrangThai'] === record['TrangThai'];
    if (!known.steps.some(same)) known.steps.push(record);
    known.status = textOf(record['TrangThai']);
    known.taken += 1;
    return good();
  }

  #lookUp(body: Fields): Answer {
    const { MaHoSo, TuNgay, DenNgay, Trang } = body;
    if (TuNgay) this.#options.onComparison?.(this);
    const asked = (code: string, { record }: KeptCase): boolean => {
      if (Array.isArray(MaHoSo)) return MaHoSo.includes(code);
      const day = dayOf(record['NgayTiepNhan']);
      return day === '' || (day >= dayOf(TuNgay) && day <= dayOf(DenNgay));
    };
    const found = [...this.cases].filter(([code, kept]) => asked(code, kept));
    const from = Number(textOf(Trang) || 0);
    const data = found.slice(from, from + PAGE).map(([code, { record, status }]) => ({
      MaHoSo: code,
      TrangThaiHoSo: status,
      NgayTiepNhan: record['NgayTiepNhan'],
    }));
    return good({ data, ...(found.length > from + PAGE && { next: String(from + PAGE) }) });
  }
}

/** Opens the portal. Listens on this machine only. */
export const openNationalPortal = (options: PortalOptions = {}): Promise<NationalPortal> =>
  new Portal(options).open();
