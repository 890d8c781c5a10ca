import type { z } from 'zod';

import { Tree, type TreeNode } from '../../../web/components/tree.tsx';
import { formatDay } from '../../../web/format.ts';
import type { Lang } from '../../../web/language.tsx';
import type { getDirective, taskItem } from '../contract.ts';
import { messages, type Messages } from '../messages.ts';
import { Title, titleOf } from './parts/say.tsx';
import { Standing } from './parts/standing.tsx';

type Task = z.infer<typeof taskItem>;
type Directive = z.infer<typeof getDirective.reply>;
type Section = Directive['sections'][number];

function leaf(task: Task, t: Messages): TreeNode {
  const { leads, leadsDone, standing, duties } = task;
  const notes = [
    task.kind === 'target' ? t.words.taskKinds.target : '',
    task.leadText,
    standing.due ? `${t.words.due.toLowerCase()} ${formatDay(standing.due)}` : task.deadlineText,
    leads > 1 ? t.directive.leadsDone(String(leadsDone), String(leads)) : '',
    duties > 1 ? t.directive.duties(String(duties)) : '',
  ];
  return {
    id: `t-${task.id}`,
    number: task.number || task.ref,
    title: <Title item={task} />,
    href: `/tasks/${task.id}`,
    note: notes.filter(Boolean).join(' · '),
    end: <Standing standing={standing} />,
  };
}

const isDone = (task: Task): boolean => task.standing.work === 'completed';

/** Tasks under a section and all below it. */
function below(code: string, sections: readonly Section[], tasks: readonly Task[]): Task[] {
  const inside = sections.filter((s) => s.parentCode === code).flatMap((s) => below(s.code, sections, tasks));
  return [...tasks.filter((task) => task.sectionCode === code), ...inside];
}

/** The sections of a directive with their tasks; sections without any task (under a filter) are left out. */
export function treeNodes(directive: Directive, tasks: readonly Task[], lang: Lang): TreeNode[] {
  const t = messages[lang];
  const { sections } = directive;
  const known = new Set(sections.map((s) => s.code));
  const own = tasks.filter((task) => task.directiveId === directive.id);
  const node = (section: Section): TreeNode[] => {
    const all = below(section.code, sections, own);
    if (all.length === 0) return [];
    const children = [
      ...sections.filter((s) => s.parentCode === section.code).flatMap(node),
      ...own.filter((task) => task.sectionCode === section.code).map((task) => leaf(task, t)),
    ];
    return [group(section.code, section.number, titleOf(section, lang), all, children, t)];
  };
  const loose = own.filter((task) => !task.sectionCode || !known.has(task.sectionCode));
  const roots = sections.filter((s) => !s.parentCode || !known.has(s.parentCode)).flatMap(node);
  const again = tasks.filter((task) => task.directiveId !== directive.id);
  const rest = loose.map((task) => leaf(task, t));
  return [
    ...roots,
    ...(roots.length > 0 && rest.length > 0
      ? [group('rest', '', t.directive.noSection, loose, rest, t)]
      : rest),
    ...(again.length > 0
      ? [
          group(
            'again',
            '',
            t.directive.assignedAgainHere,
            again,
            again.map((task) => leaf(task, t)),
            t,
          ),
        ]
      : []),
  ];
}

function group(
  code: string,
  number: string,
  title: string,
  all: readonly Task[],
  children: readonly TreeNode[],
  t: Messages,
): TreeNode {
  const done = String(all.filter(isDone).length);
  return {
    id: `s-${code}`,
    number,
    title,
    open: true,
    end: <span class="soft figures">{t.directive.groupDone(done, String(all.length))}</span>,
    children,
  };
}

export function DirectiveTree({
  directive,
  tasks,
  lang,
}: {
  directive: Directive;
  tasks: readonly Task[];
  lang: Lang;
}) {
  return <Tree label={messages[lang].directive.tree} nodes={treeNodes(directive, tasks, lang)} />;
}
