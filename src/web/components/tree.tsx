import type { ComponentChildren } from 'preact';

import { Icon } from '../icons.tsx';
import { useText } from '../language.tsx';

export interface TreeNode {
  id: string;
  /** Number in the appendix: "II.3.a". */
  number?: string;
  title: ComponentChildren;
  href?: string;
  /** Chips, bars and counts at the right. */
  end?: ComponentChildren;
  note?: ComponentChildren;
  open?: boolean;
  children?: readonly TreeNode[];
}

/** A directive with its groups and tasks; groups open and close without scripts. */
export function Tree({ nodes, label }: { nodes: readonly TreeNode[]; label: string }) {
  return (
    <nav class="tree" aria-label={label}>
      <Branch nodes={nodes} />
    </nav>
  );
}

function Branch({ nodes }: { nodes: readonly TreeNode[] }) {
  const text = useText();
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.id} id={node.id}>
          {node.children && node.children.length > 0 ? (
            <details open={node.open}>
              <summary>
                <Icon name="right" />
                <TreeLine node={node} group />
              </summary>
              {node.href && (
                <a class="tree-open" href={node.href}>
                  {text.openGroup}
                </a>
              )}
              <Branch nodes={node.children} />
            </details>
          ) : (
            <div class="tree-leaf">
              <TreeLine node={node} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

// A link inside a summary would compete with opening it, so a group shows its link first inside.
function TreeLine({ node, group = false }: { node: TreeNode; group?: boolean }) {
  return (
    <span class="tree-line">
      {node.number && <span class="tree-number">{node.number}</span>}
      <span class="tree-title">
        {node.href && !group ? <a href={node.href}>{node.title}</a> : node.title}
        {node.note && <small>{node.note}</small>}
      </span>
      {node.end && <span class="tree-end">{node.end}</span>}
    </span>
  );
}

export interface OrgNode {
  id: string;
  name: string;
  kind?: string;
  href?: string;
  /** Head of the unit. */
  head?: string;
  /** Predecessors: "Bộ Thông tin và Truyền thông". */
  from?: readonly string[];
  /** Written day on which the unit ended. */
  endedOn?: string;
  children?: readonly OrgNode[];
}

/** Units under units as they stood on a day; predecessors and ended units are named. */
export function OrgChart({ nodes, label }: { nodes: readonly OrgNode[]; label: string }) {
  return (
    <div class="org" role="group" aria-label={label}>
      <OrgLevel nodes={nodes} />
    </div>
  );
}

function OrgLevel({ nodes }: { nodes: readonly OrgNode[] }) {
  const text = useText();
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.id}>
          <div class={node.endedOn ? 'org-unit org-ended' : 'org-unit'}>
            {node.kind && <span class="org-kind">{node.kind}</span>}
            <span class="org-name">{node.href ? <a href={node.href}>{node.name}</a> : node.name}</span>
            {node.head && <span class="org-head">{node.head}</span>}
            {node.from && node.from.length > 0 && (
              <span class="org-note">
                <Icon name="repeat" /> {text.succeeded} {node.from.join(', ')}
              </span>
            )}
            {node.endedOn && (
              <span class="org-note">
                <Icon name="cancel" /> {text.ended} {node.endedOn}
              </span>
            )}
          </div>
          {node.children && node.children.length > 0 && <OrgLevel nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}
