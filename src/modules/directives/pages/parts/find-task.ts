import type { PageContext } from '../../../../kit/page.ts';
import { fieldProblem } from '../../../../kit/problems.ts';
import { listTasks } from '../../contract.ts';
import { messages } from '../../messages.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The task that a person means by its code or by the address of its page. Refuses `field` when there is none or several. */
export async function findTask(p: PageContext, text: string, field: string): Promise<string> {
  const given = uuid.exec(text)?.[0];
  if (given) return given.toLowerCase();
  const wanted = text.trim().toLowerCase();
  const found = wanted
    ? (await p.call(listTasks, { q: text.trim().slice(0, 200), limit: 100 })).items.filter(
        (i) => i.ref.toLowerCase() === wanted,
      )
    : [];
  if (found.length === 1) return found[0]!.id;
  const why = found.length === 0 ? 'notFound' : 'several';
  throw fieldProblem(field, messages.vi.task[why](text), messages.en.task[why](text));
}
