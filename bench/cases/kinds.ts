import type { App } from '../../src/kit/app.ts';
import { createHttp } from '../../src/kit/http.ts';
import { newId } from '../../src/kit/ids.ts';
import { type Sent, recorded } from './record.ts';
import { officerToken, type Post } from './world.ts';

/** A request as the HTTP clients send it. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  token: string;
  body?: string;
}

/** One kind of request: of which office the next one is, and what it says. */
export interface Kind {
  name: string;
  /** The officer who asks. */
  post: Post;
  what: string;
  /** The request of an office; `id` and `code` are of the case it is about. */
  ask(office: Office, item: Item): Omit<Ask, 'token'>;
  /** Whether each request needs a case of its own. */
  takes: 'none' | 'new' | 'appraise';
}

export interface Item {
  id: string;
  code: string;
}

export interface Office {
  unitId: string;
  tokens: Record<Post, string>;
  /** Cases that wait to be appraised: the program's own, each of them once. */
  items: Item[];
  /** Cases one step further, which the program leaves alone: what repeats its statements goes over these, again and again. */
  repeated: Item[];
}

const names = ['Nguyễn Thị Hường', 'Trần Văn Đức', 'Lê Thị Thu Hà', 'Đặng Thái Sơn'];
let count = 0;
const intake = (unitId: string, id: string) => {
  count += 1;
  return {
    id,
    procedureCode: '1.000002',
    receptionUnitId: unitId,
    applicant: {
      kind: 'citizen',
      fullName: `${names[count % names.length]} ${count}`,
      personalId: String(30_000_000_000 + Math.floor(Math.random() * 9_999_999_999)).padStart(12, '0'),
    },
    values: { noiCuTru: 'Thôn Đông, xã Đo Kiểm', soBan: 2 },
    components: [{ component: 'declaration', form: 'original', count: 1, fileIds: [] }],
  };
};

export const kinds = {
  receive: {
    name: 'receive',
    post: 'desk',
    what: 'a case is received at a desk: code, promise, first step, content, search text, event',
    takes: 'new',
    ask: ({ unitId }, { id }) => ({
      method: 'POST',
      path: '/api/cases/receive',
      body: JSON.stringify(intake(unitId, id)),
    }),
  },
  advance: {
    name: 'advance',
    post: 'specialist',
    what: 'a case goes one step on, with its history',
    takes: 'appraise',
    ask: (_, { id }) => ({
      method: 'POST',
      path: `/api/cases/${id}/advance`,
      body: '{"step":"appraise","remarks":"Hồ sơ đủ điều kiện."}',
    }),
  },
  list: {
    name: 'list',
    post: 'specialist',
    what: "an office's first 50 open cases by due date",
    takes: 'none',
    ask: ({ unitId }) => ({ method: 'GET', path: `/api/cases?unitId=${unitId}&limit=50` }),
  },
} satisfies Record<string, Kind>;

/** Ids are made as the desk's page makes them. */
export const newItem = (): Item => ({ id: newId(new Date()), code: '' });

const REPEATED = 200;

/** Cases of a unit at a step that nobody has taken yet. */
export async function waitingAt(app: App, unitId: string, step: 'appraise' | 'sign'): Promise<Item[]> {
  const { rows } = await app.db.owner.query<Item>(
    `select id, code from cases.case_file where at_unit_id = $1 and step_key = $2 and person_id is null and work = 'working' order by md5(id::text)`,
    [unitId, step],
  );
  return rows;
}

/** How many cases are left for the program to advance, taken from all offices alike. */
export const leftIn = (offices: readonly Office[]): number =>
  Math.max(0, Math.min(...offices.map(({ items }) => items.length)) - 1) * offices.length;

/** Offices with tokens of their officers and the cases that wait there. */
export async function openOffices(app: App, units: readonly string[]): Promise<Office[]> {
  const offices: Office[] = [];
  for (const unitId of units) {
    const items = await waitingAt(app, unitId, 'appraise');
    const repeated = (await waitingAt(app, unitId, 'sign')).slice(0, REPEATED);
    const tokens = {
      desk: await officerToken(app, unitId, 'desk'),
      specialist: await officerToken(app, unitId, 'specialist'),
      head: await officerToken(app, unitId, 'head'),
    };
    offices.push({ unitId, tokens, items, repeated });
  }
  return offices;
}

/** What one request of an office sends to the database, and the case that is in it. */
export interface Recording {
  kind: string;
  sent: Sent[];
  item: Item;
  reply: string;
}

/** Lets this process answer one request of a kind for each office, the second time warm, and writes down its SQL. */
export async function recordKind(app: App, kind: Kind, offices: readonly Office[]): Promise<Recording[]> {
  const http = await createHttp(app);
  const made: Recording[] = [];
  const send = async (office: Office, item: Item) => {
    const { method, path: url, body: payload } = kind.ask(office, item);
    const headers = {
      authorization: `Bearer ${office.tokens[kind.post]}`,
      'content-type': 'application/json',
    };
    const reply = await http.inject({ method, url, headers, ...(payload && { payload }) });
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body.slice(0, 500)}`);
    return reply.body;
  };
  const itemOf = (office: Office): Item => (kind.takes === 'appraise' ? office.items.pop()! : newItem());
  for (const office of offices) {
    await send(office, itemOf(office));
    const item = itemOf(office);
    const { made: reply, sent } = await recorded(() => send(office, item));
    const code = (JSON.parse(reply) as { code?: string }).code ?? '';
    made.push({ kind: kind.name, sent, item: { ...item, code }, reply });
  }
  await http.close();
  return made;
}
