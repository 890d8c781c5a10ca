import { type Page, page } from '../kit/page.ts';
import { kinds, missing } from '../kit/problems.ts';
import { messages } from './messages.ts';

/** A page for each kind of problem: the `type` of every refusal leads here. */
const problemPage = page({
  path: '/help/problems/:code',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const kind = kinds.get(p.params['code'] ?? '') ?? missing();
    const text = messages[p.lang];
    return {
      title: kind.title[p.lang],
      crumbs: [
        { href: '/help', text: text.help },
        { href: '/help/problems', text: text.problems },
      ],
      body: (
        <article class="prose">
          <p class="eyebrow">
            {kind.status} · {kind.code}
          </p>
          <h1>{kind.title[p.lang]}</h1>
          <h2>{text.whatToDo}</h2>
          <p>{kind.remedy[p.lang]}</p>
        </article>
      ),
    };
  },
});

const problemList = page({
  path: '/help/problems',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const text = messages[p.lang];
    const all = [...kinds.values()].sort((a, b) => a.code.localeCompare(b.code));
    return {
      title: text.problems,
      crumbs: [{ href: '/help', text: text.help }],
      body: (
        <article class="prose">
          <h1>{text.problems}</h1>
          <ul>
            {all.map((kind) => (
              <li key={kind.code}>
                <a href={`/help/problems/${kind.code}`}>{kind.title[p.lang]}</a> <small>{kind.code}</small>
              </li>
            ))}
          </ul>
        </article>
      ),
    };
  },
});

export const helpPages: readonly Page[] = [problemList, problemPage];
