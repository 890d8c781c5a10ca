import type { ComponentChildren } from 'preact';

import { nothing } from '../format.ts';
import type { IconName } from '../icons.tsx';
import { useText } from '../language.tsx';
import { Chip, type ChipTone } from './state.tsx';

export type ChangeKind = 'create' | 'change' | 'skip' | 'refuse';

const looks: Record<ChangeKind, readonly [IconName, ChipTone]> = {
  create: ['plus', 'good'],
  change: ['edit', 'warn'],
  skip: ['right', 'idle'],
  refuse: ['alert', 'bad'],
};

export interface DiffRowProps {
  kind: ChangeKind;
  /** Line of the file, counted as the spreadsheet shows it. */
  line?: number;
  title: ComponentChildren;
  /** Field by field, what is there and what will be. */
  changes?: readonly { field: string; was?: ComponentChildren; becomes?: ComponentChildren }[];
  /** Why it is refused or skipped, with column. */
  reasons?: readonly ComponentChildren[];
}

/** The preview of an import: what will be done with each line before anything is written. */
export function DiffList({ rows }: { rows: readonly DiffRowProps[] }) {
  return (
    <ul class="diff">
      {rows.map((row, i) => (
        <DiffRow key={row.line ?? i} {...row} />
      ))}
    </ul>
  );
}

export function DiffRow({ kind, line, title, changes = [], reasons = [] }: DiffRowProps) {
  const text = useText();
  const [icon, tone] = looks[kind];
  return (
    <li class={`diff-row diff-${kind}`}>
      <div class="diff-head">
        {line !== undefined && (
          <span class="diff-line">
            {text.line} {line}
          </span>
        )}
        <Chip icon={icon} tone={tone}>
          {text.change[kind]}
        </Chip>
        <span class="diff-title">{title}</span>
      </div>
      {reasons.length > 0 && (
        <ul class="diff-reasons">
          {reasons.map((reason, i) => (
            <li key={i}>{reason}</li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <dl class="diff-changes">
          {changes.map((change) => (
            <div key={change.field}>
              <dt>{change.field}</dt>
              <dd>
                <del>
                  <span class="hidden">{text.was}: </span>
                  {change.was ?? nothing}
                </del>
                <ins>
                  <span class="hidden">{text.becomes}: </span>
                  {change.becomes ?? nothing}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
